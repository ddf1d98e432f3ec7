package dev.vouch.classify;

import dev.vouch.mention.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models that judge a text, with their settings. */
public record Models(Heads heads, Settings settings) {
  static final String SETTINGS = "model.json";

  /** Where the bytes of a model file come from. */
  interface Source {
    byte[] read(String file) throws IOException;
  }

  static Models read(Source source) throws IOException {
    Map<Driver, Head> drivers = new EnumMap<>(Driver.class);
    for (Driver driver : Driver.values()) {
      drivers.put(driver, Head.read(source.read(file(driver))));
    }
    return new Models(
        new Heads(
            Head.read(source.read("intent.bin")),
            Head.read(source.read("sentiment.bin")),
            Head.read(source.read("specific.bin")),
            drivers),
        Settings.fromJson(new String(source.read(SETTINGS), StandardCharsets.UTF_8)));
  }

  /**
   * The files to write, by name.
   *
   * @throws IOException if OpenNLP cannot write a model
   */
  public Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("intent.bin", heads.intent().write());
    files.put("sentiment.bin", heads.sentiment().write());
    files.put("specific.bin", heads.specific().write());
    for (Driver driver : Driver.values()) {
      files.put(file(driver), heads.of(driver).write());
    }
    files.put(SETTINGS, settings.toJson().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** The same models with other settings. */
  public Models with(Settings other) {
    return new Models(heads, other);
  }

  private static String file(Driver driver) {
    return "driver-" + driver.wire() + ".bin";
  }
}
