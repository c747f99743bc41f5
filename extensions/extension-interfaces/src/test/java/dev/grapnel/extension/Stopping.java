package dev.grapnel.extension;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.extension.PhoneBook.Contact;
import dev.grapnel.testkit.EventRecorder;

/** Stops every chain. */
class Stopping implements MapperExtension<Contact> {
    private final EventRecorder recorder;

    Stopping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    private Chain stop(String method) {
        recorder.mark(method);
        return Chain.STOP;
    }

    @Override
    public Chain instrumentClass(Mapper mapper, Class<?> type) {
        return stop("instrument");
    }

    @Override
    public Chain initInstance(Mapper mapper, Class<?> type, InitCall call, Contact instance) {
        return stop("init");
    }

    @Override
    public Chain initFailed(Mapper mapper, Class<?> type, FailedCall call, Contact instance) {
        return stop("failed");
    }

    @Override
    public Chain reconstructInstance(Mapper mapper, Contact instance) {
        return stop("load");
    }

    @Override
    public Chain beforeInsert(Mapper mapper, StoreConnection connection, Contact instance) {
        return stop("beforeInsert");
    }

    @Override
    public Chain beforeUpdate(Mapper mapper, StoreConnection connection, Contact instance) {
        return stop("beforeUpdate");
    }

    @Override
    public Chain beforeDelete(Mapper mapper, StoreConnection connection, Contact instance) {
        return stop("beforeDelete");
    }

    @Override
    public Chain afterInsert(Mapper mapper, StoreConnection connection, Contact instance) {
        return stop("afterInsert");
    }

    @Override
    public Chain afterUpdate(Mapper mapper, StoreConnection connection, Contact instance) {
        return stop("afterUpdate");
    }

    @Override
    public Chain afterDelete(Mapper mapper, StoreConnection connection, Contact instance) {
        return stop("afterDelete");
    }
}
