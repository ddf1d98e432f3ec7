package dev.vouch.app.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What the figures were measured on. */
final class Machine {
  private static final Path CPUS = Path.of("/proc/cpuinfo");

  private Machine() {}

  static JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("at", Instant.now().toString());
    json.addProperty("cores", Runtime.getRuntime().availableProcessors());
    json.addProperty("processor", processor());
    json.addProperty("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    json.addProperty("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    return json;
  }

  private static String processor() {
    try {
      return Files.exists(CPUS)
          ? Files.readAllLines(CPUS).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .findFirst()
              .orElse("unknown")
          : "unknown";
    } catch (IOException e) {
      return "unknown";
    }
  }
}
