package dev.vouch.app.bench;

import java.util.Map;

/** What Redis has done, by its own account, between two looks at it. */
record Usage(Map<String, String> before, Map<String, String> after) {

  /** Seconds of its processor time. */
  double cpuSeconds() {
    return grown("used_cpu_user") + grown("used_cpu_sys");
  }

  /** How often it has read from a connection: a pipeline counts once. */
  double roundTrips() {
    return grown("total_reads_processed");
  }

  double bytes() {
    return grown("total_net_input_bytes") + grown("total_net_output_bytes");
  }

  private double grown(String name) {
    return number(after, name) - number(before, name);
  }

  static double number(Map<String, String> info, String name) {
    return Double.parseDouble(info.getOrDefault(name, "0"));
  }
}
