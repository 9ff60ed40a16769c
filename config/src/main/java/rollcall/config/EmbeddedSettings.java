package rollcall.config;

import java.nio.file.Path;

/**
 * The broker and the database that Rollcall brings along.
 *
 * @param kafkaPort TCP port of the broker
 * @param mongoPort TCP port of the database
 * @param data directory that both keep their files in
 */
public record EmbeddedSettings(int kafkaPort, int mongoPort, Path data) {}
