package dev.vouch.app.bench;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured.
 *
 * @param target what it should be, in words; empty where there is none
 * @param met whether it is; null where there is no target
 */
record Figure(String name, double value, String unit, String target, @Nullable Boolean met) {

  static Figure plain(String name, double value, String unit) {
    return new Figure(name, value, unit, "", null);
  }

  static Figure atLeast(String name, double value, String unit, double least) {
    return new Figure(name, value, unit, "at least " + number(least), value >= least);
  }

  static Figure atMost(String name, double value, String unit, double most) {
    return new Figure(name, value, unit, "at most " + number(most), value <= most);
  }

  String line() {
    String verdict = met == null ? "" : met ? "met" : "MISSED";
    return "%-58s %12s %-10s %-16s %s"
        .formatted(name, number(value), unit, target, verdict)
        .stripTrailing();
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("value", value);
    json.addProperty("unit", unit);
    if (met != null) {
      json.addProperty("target", target);
      json.addProperty("met", met);
    }
    return json;
  }

  /** Three figures that count, and no fraction where it would say nothing. */
  private static String number(double value) {
    return String.format(
        Locale.ROOT, Math.abs(value) >= 100 || value == Math.rint(value) ? "%.0f" : "%.2f", value);
  }
}
