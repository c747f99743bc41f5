package dev.grapnel.extension;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.extension.PhoneBook.Contact;
import dev.grapnel.testkit.EventRecorder;

/** Overrides every method that is told of an object's life, and marks it in the timeline. */
class Recording implements MapperExtension<Contact> {
    private final EventRecorder recorder;

    Recording(EventRecorder recorder) {
        this.recorder = recorder;
    }

    private Chain mark(String method, Object about) {
        recorder.mark("- " + method + " " + about);
        return Chain.CONTINUE;
    }

    @Override
    public Chain instrumentClass(Mapper mapper, Class<?> type) {
        return mark("instrumentClass", mapper.type().getSimpleName() + " " + type.getSimpleName());
    }

    @Override
    public Chain initInstance(Mapper mapper, Class<?> type, InitCall call, Contact instance) {
        return mark("initInstance", mapper.type().getSimpleName() + " " + type.getSimpleName() + call.arguments());
    }

    @Override
    public Chain initFailed(Mapper mapper, Class<?> type, FailedCall call, Contact instance) {
        return mark(
                "initFailed",
                mapper.type().getSimpleName() + call.arguments() + " "
                        + call.failure().getMessage());
    }

    @Override
    public Chain reconstructInstance(Mapper mapper, Contact instance) {
        return mark("reconstructInstance", mapper.type().getSimpleName() + " " + instance.name);
    }

    @Override
    public Chain beforeInsert(Mapper mapper, StoreConnection connection, Contact instance) {
        return mark("beforeInsert", instance.name);
    }

    @Override
    public Chain beforeUpdate(Mapper mapper, StoreConnection connection, Contact instance) {
        return mark("beforeUpdate", instance.name);
    }

    @Override
    public Chain beforeDelete(Mapper mapper, StoreConnection connection, Contact instance) {
        return mark("beforeDelete", instance.name);
    }

    @Override
    public Chain afterInsert(Mapper mapper, StoreConnection connection, Contact instance) {
        return mark("afterInsert", instance.id);
    }

    @Override
    public Chain afterUpdate(Mapper mapper, StoreConnection connection, Contact instance) {
        return mark("afterUpdate", instance.name);
    }

    @Override
    public Chain afterDelete(Mapper mapper, StoreConnection connection, Contact instance) {
        return mark("afterDelete", instance.name);
    }
}
