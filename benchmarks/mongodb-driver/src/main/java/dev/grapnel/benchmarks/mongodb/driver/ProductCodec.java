package dev.grapnel.benchmarks.mongodb.driver;

import dev.grapnel.benchmarks.mongodb.objects.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Writes products straight into BSON, and reads them from it; fields are in any order. */
final class ProductCodec implements Codec<Product> {
    private static final long MILLIS_IN_SECOND = 1_000;

    @Override
    public void encode(BsonWriter writer, Product product, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeObjectId("_id", product.id);
        writer.writeString("name", product.name);
        writer.writeString("maker", product.maker);
        writer.writeDecimal128("price", new Decimal128(product.price));
        writer.writeInt32("stock", product.stock);
        writer.writeDateTime("since", Days.millis(product.since));
        if (product.changedBy != null && product.changedAt != null) {
            writer.writeString("changed_by", product.changedBy);
            writer.writeDateTime("changed_at", product.changedAt.toEpochSecond(ZoneOffset.UTC) * MILLIS_IN_SECOND);
        }
        writer.writeEndDocument();
    }

    @Override
    public Product decode(BsonReader reader, DecoderContext context) {
        Fields fields = new Fields();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            fields.read(reader);
        }
        reader.readEndDocument();
        return fields.product();
    }

    /** Those of one document, as they come. */
    private static final class Fields {
        private ObjectId id = new ObjectId(new byte[12]);
        private String name = "";
        private String maker = "";
        private BigDecimal price = BigDecimal.ZERO;
        private int stock;
        private LocalDate since = LocalDate.EPOCH;
        private @Nullable String changedBy;
        private @Nullable LocalDateTime changedAt;

        void read(BsonReader reader) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readObjectId();
                case "name" -> name = reader.readString();
                case "maker" -> maker = reader.readString();
                case "price" -> price = reader.readDecimal128().bigDecimalValue();
                case "stock" -> stock = reader.readInt32();
                case "since" -> since = Days.day(reader.readDateTime());
                case "changed_by" -> changedBy = reader.readString();
                case "changed_at" ->
                    changedAt =
                            LocalDateTime.ofEpochSecond(reader.readDateTime() / MILLIS_IN_SECOND, 0, ZoneOffset.UTC);
                default -> reader.skipValue();
            }
        }

        Product product() {
            Product product = new Product(id, name, maker, price, stock, since);
            product.changedBy = changedBy;
            product.changedAt = changedAt;
            return product;
        }
    }

    @Override
    public Class<Product> getEncoderClass() {
        return Product.class;
    }
}
