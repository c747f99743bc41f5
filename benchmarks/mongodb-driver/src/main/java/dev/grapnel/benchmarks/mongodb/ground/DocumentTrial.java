package dev.grapnel.benchmarks.mongodb.ground;

import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.NotSupportedException;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.Trial;

/** The workloads that make sense for documents: a graph is one document, and no document has to be written before another. */
public abstract class DocumentTrial implements Trial {
    /** For contestants. */
    protected DocumentTrial() {}

    @Override
    public final long streamReadings() {
        throw new NotSupportedException("A million documents do not fit into the memory of the embedded server.");
    }

    @Override
    public final Prepared changeNodes(NodeWork work) {
        throw new NotSupportedException("Writes of documents do not depend on each other.");
    }
}
