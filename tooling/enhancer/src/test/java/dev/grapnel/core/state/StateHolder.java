package dev.grapnel.core.state;

/** Stands for the interface of the runtime. */
public interface StateHolder {

    InstanceState instanceState();

    void instanceState(InstanceState state);
}
