package dev.grapnel.conformance.odm;

import dev.grapnel.conformance.odm.database.MemoryServer;
import dev.grapnel.conformance.odm.format.OdmScenarioFiles;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Runs scenario files of the document format and prints what came of them. */
public final class OdmConformance {
    private OdmConformance() {}

    /**
     * Runs files.
     *
     * @param paths scenario files, or folders of them
     * @param verbose whether passed scenarios are named too, and failed ones in full
     * @param missing whether only the name and what is wrong is printed for each failed scenario
     * @param out where to print
     * @return whether all passed
     */
    public static boolean run(List<Path> paths, boolean verbose, boolean missing, PrintStream out) {
        List<Path> files = OdmScenarioFiles.find(paths);
        OdmReport report = new OdmReport(verbose, missing, out);
        try (MemoryServer server = MemoryServer.start()) {
            OdmJudge judge = new OdmJudge(server);
            files.forEach(file -> report.add(judge.verdict(file)));
        }
        return report.end();
    }
}
