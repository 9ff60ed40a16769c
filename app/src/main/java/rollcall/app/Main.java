package rollcall.app;

import picocli.CommandLine;
import rollcall.app.cli.ConfigCommand;
import rollcall.app.cli.DemoCommand;
import rollcall.app.cli.Errors;
import rollcall.app.cli.PresenceCommand;
import rollcall.app.cli.Rollcall;
import rollcall.app.cli.RunCommand;
import rollcall.app.cli.ServeCommand;
import rollcall.app.cli.SettingsCommand;
import rollcall.app.cli.SimulateCommand;
import rollcall.app.cli.StockCommand;
import rollcall.app.cli.Surroundings;

/** What Rollcall can do. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(Surroundings.ofProcess()).execute(arguments));
    }

    static CommandLine commandLine(Surroundings surroundings) {
        Rollcall rollcall = new Rollcall(surroundings);
        CommandLine line = new CommandLine(rollcall);
        add(line, new DemoCommand(rollcall));
        add(line, new RunCommand(rollcall));
        add(line, new PresenceCommand(rollcall));
        add(line, new StockCommand(rollcall));
        add(line, new ServeCommand(rollcall));
        line.addSubcommand(SimulateCommand.commandLine(rollcall));
        add(line, new ConfigCommand(rollcall));
        return Errors.shownBriefly(line, rollcall);
    }

    private static void add(CommandLine parent, SettingsCommand command) {
        parent.addSubcommand(command.commandLine());
    }
}
