package rollcall.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has the simulators. */
@Command(name = "simulate", description = "Send simulated data to Kafka.", synopsisSubcommandLabel = "WHAT")
public final class SimulateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** The command with its simulators. */
    public static CommandLine commandLine(Rollcall rollcall) {
        CommandLine line = new CommandLine(new SimulateCommand());
        line.addSubcommand(new SimulateDriversCommand(rollcall).commandLine());
        line.addSubcommand(new SimulateStoresCommand(rollcall).commandLine());
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to simulate: drivers or stores");
    }
}
