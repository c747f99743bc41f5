package dev.grapnel.benchmarks.mongodb.driver;

import dev.grapnel.benchmarks.mongodb.objects.Customer;
import dev.grapnel.benchmarks.mongodb.objects.Customer.Line;
import dev.grapnel.benchmarks.mongodb.objects.Customer.Purchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.ObjectId;

/** Writes graphs straight into BSON, and reads them from it; fields are in any order. */
final class CustomerCodec implements Codec<Customer> {
    @Override
    public void encode(BsonWriter writer, Customer customer, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeObjectId("_id", customer.id());
        writer.writeString("name", customer.name());
        writer.writeString("city", customer.city());
        writer.writeStartArray("purchases");
        customer.purchases().forEach(purchase -> write(writer, purchase));
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    private static void write(BsonWriter writer, Purchase purchase) {
        writer.writeStartDocument();
        writer.writeInt64("number", purchase.number());
        writer.writeString("label", purchase.label());
        writer.writeDateTime("placed", Days.millis(purchase.placed()));
        writer.writeStartArray("lines");
        for (Line line : purchase.lines()) {
            writer.writeStartDocument();
            writer.writeInt64("number", line.number());
            writer.writeString("article", line.article());
            writer.writeInt32("amount", line.amount());
            writer.writeEndDocument();
        }
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    @Override
    public Customer decode(BsonReader reader, DecoderContext context) {
        ObjectId id = new ObjectId(new byte[12]);
        String name = "";
        String city = "";
        List<Purchase> purchases = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readObjectId();
                case "name" -> name = reader.readString();
                case "city" -> city = reader.readString();
                case "purchases" -> purchases = list(reader, CustomerCodec::purchase);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Customer(id, name, city, purchases);
    }

    private static <T> List<T> list(BsonReader reader, Function<BsonReader, T> element) {
        List<T> all = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            all.add(element.apply(reader));
        }
        reader.readEndArray();
        return all;
    }

    private static Purchase purchase(BsonReader reader) {
        long number = 0;
        String label = "";
        LocalDate placed = LocalDate.EPOCH;
        List<Line> lines = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "number" -> number = reader.readInt64();
                case "label" -> label = reader.readString();
                case "placed" -> placed = Days.day(reader.readDateTime());
                case "lines" -> lines = list(reader, CustomerCodec::line);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Purchase(number, label, placed, lines);
    }

    private static Line line(BsonReader reader) {
        long number = 0;
        String article = "";
        int amount = 0;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "number" -> number = reader.readInt64();
                case "article" -> article = reader.readString();
                case "amount" -> amount = reader.readInt32();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Line(number, article, amount);
    }

    @Override
    public Class<Customer> getEncoderClass() {
        return Customer.class;
    }
}
