package dev.vouch.app.bench;

import dev.vouch.app.bench.Watch.Account;
import java.util.Map;

/** What Redis has done, by its own account, between two looks at it. */
record Usage(Account before, Account after) {

  /** Seconds of its processor time. */
  double cpuSeconds() {
    return grown("used_cpu_user") + grown("used_cpu_sys");
  }

  /**
   * How often it has read from a connection, but for our looks. A pipeline counts once, and once
   * more for every 8 KB beyond the first.
   */
  double roundTrips() {
    return grown("total_reads_processed") - (after.looks() - before.looks());
  }

  double bytes() {
    return grown("total_net_input_bytes") + grown("total_net_output_bytes");
  }

  private double grown(String name) {
    return number(after.info(), name) - number(before.info(), name);
  }

  static double number(Map<String, String> info, String name) {
    return Double.parseDouble(info.getOrDefault(name, "0"));
  }
}
