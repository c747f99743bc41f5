package dev.grapnel.benchmarks.spring;

import com.mongodb.client.MongoClient;
import dev.grapnel.benchmarks.mongodb.ground.DocumentContestant;
import dev.grapnel.benchmarks.mongodb.ground.DocumentGround;
import dev.grapnel.benchmarks.mongodb.objects.Customer;
import dev.grapnel.benchmarks.mongodb.objects.Product;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.util.Set;
import org.springframework.data.mapping.model.SnakeCaseFieldNamingStrategy;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * Spring Data MongoDB, with the settings that its guide recommends for much data.
 *
 * <ul>
 *   <li>New objects are inserted by one call, which sends many documents with each command.
 *   <li>Changed objects are replaced by {@code BulkOperations}.
 *   <li>No names of classes in documents.
 *   <li>Times go through the codecs of the driver, decimal numbers as what they are.
 *   <li>Hooks are entity callbacks.
 * </ul>
 *
 * <p>It has no unit of work: the program says what to write.
 */
public final class SpringDataContestant extends DocumentContestant {
    /** Made by the service loader. */
    public SpringDataContestant() {
        super("spring-data-mongodb");
    }

    @Override
    protected Trial open(MongoClient client, AuditMode audit) {
        MongoDatabaseFactory factory = new SimpleMongoClientDatabaseFactory(client, DocumentGround.DATABASE);
        return new SpringDataTrial(client, new MongoTemplate(factory, converter(factory)), audit);
    }

    private static MappingMongoConverter converter(MongoDatabaseFactory factory) {
        MongoCustomConversions conversions = MongoCustomConversions.create(adapter -> {
            adapter.useNativeDriverJavaTimeCodecs();
            adapter.bigDecimal(BigDecimalRepresentation.DECIMAL128);
        });
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setFieldNamingStrategy(new SnakeCaseFieldNamingStrategy());
        context.setInitialEntitySet(Set.of(Product.class, Customer.class));
        context.afterPropertiesSet();
        MappingMongoConverter converter = new MappingMongoConverter(new DefaultDbRefResolver(factory), context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.afterPropertiesSet();
        return converter;
    }
}
