package dev.grapnel.benchmarks.spring;

import dev.grapnel.benchmarks.mongodb.objects.Product;
import org.bson.Document;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveCallback;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;

/** Audits each product before it is written, and counts those that were. */
final class Auditor implements BeforeConvertCallback<Product>, AfterSaveCallback<Product> {
    private long called;

    @Override
    public Product onBeforeConvert(Product product, String collection) {
        product.audit();
        return product;
    }

    @Override
    public Product onAfterSave(Product product, Document document, String collection) {
        called++;
        return product;
    }

    long called() {
        return called;
    }
}
