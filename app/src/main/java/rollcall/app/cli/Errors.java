package rollcall.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import rollcall.config.InvalidConfiguration;
import rollcall.config.Problem;

/** Tells errors in a line, and what to do about them. */
public final class Errors {

    private final Rollcall rollcall;

    private Errors(Rollcall rollcall) {
        this.rollcall = rollcall;
    }

    /** The command line, with errors on stderr: stack traces only with {@code --debug}. */
    public static CommandLine shownBriefly(CommandLine line, Rollcall rollcall) {
        Errors errors = new Errors(rollcall);
        return line.setParameterExceptionHandler((e, arguments) -> errors.usage(e))
                .setExecutionExceptionHandler((e, failed, result) -> errors.failure(e, failed));
    }

    private int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(name(command) + ": " + e.getMessage());
        boolean suggested = UnmatchedArgumentException.printSuggestions(e, err);
        if (command.getParent() == null && !suggested) {
            command.usage(err);
        } else {
            err.println("See '" + name(command) + " --help'.");
        }
        return ExitCode.USAGE;
    }

    private int failure(Exception e, CommandLine command) {
        if (Shutdown.underway()) {
            return ExitCode.OK; // never seen: the signal has set the exit code
        }
        PrintWriter err = command.getErr();
        if (rollcall.debug()) {
            e.printStackTrace(err);
        }
        if (e instanceof InvalidConfiguration invalid) {
            list(invalid.problems(), name(command), err);
            return ExitCode.USAGE;
        }
        err.println(name(command) + ": " + oneLine(e));
        return ExitCode.SOFTWARE;
    }

    private static void list(List<Problem> problems, String name, PrintWriter err) {
        err.println(name + ": " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                + " in the configuration");
        for (Problem problem : problems) {
            err.println("  " + problem.what() + "   (" + problem.source() + ")");
            err.println("    " + problem.why());
            err.println("    valid: " + problem.example());
        }
    }

    private static String oneLine(Throwable e) {
        String message = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        String cause = Optional.ofNullable(e.getCause())
                .map(Throwable::getMessage)
                .filter(inner -> !message.contains(inner))
                .map(inner -> ": " + inner)
                .orElse("");
        return (message + cause).replaceAll("\\s+", " ");
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }
}
