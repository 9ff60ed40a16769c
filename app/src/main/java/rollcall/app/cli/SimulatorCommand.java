package rollcall.app.cli;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rollcall.app.simulate.Simulator;
import rollcall.config.Configuration;
import rollcall.config.KafkaSettings;
import rollcall.config.Keys;

/** Sends simulated records, and prints how many. */
abstract class SimulatorCommand extends SettingsCommand {

    @Spec
    private CommandSpec spec;

    SimulatorCommand(Rollcall rollcall) {
        super(rollcall, Keys.KAFKA_BROKERS);
    }

    /** @throws IllegalArgumentException if a flag is out of bounds; its message begins with the flag's name */
    abstract Simulator simulator(KafkaSettings kafka);

    abstract String topic(KafkaSettings kafka);

    @Override
    protected final int run(Configuration configuration) {
        KafkaSettings kafka = configuration.settings().kafka();
        try (Shutdown shutdown = Shutdown.onSignals()) {
            Simulator simulator = checkedSimulator(kafka);
            shutdown.owns(simulator::stop);
            Simulator.Progress progress = run(simulator, kafka);
            out().printf(
                            "{\"sent\":%d,\"acknowledged\":%d,\"failed\":%d}%n",
                            progress.sent(), progress.acknowledged(), progress.failed());
            out().flush();
            return progress.failed() == 0 ? 0 : 1;
        }
    }

    private Simulator checkedSimulator(KafkaSettings kafka) {
        try {
            return simulator(kafka);
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), "--" + invalid.getMessage());
        }
    }

    private Simulator.Progress run(Simulator simulator, KafkaSettings kafka) {
        try {
            return simulator.run();
        } catch (TimeoutException noAnswer) {
            throw new KafkaException(
                    "Kafka at " + kafka.brokers() + " did not answer, or has no topic " + topic(kafka), noAnswer);
        }
    }
}
