package dev.vouch.app;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: checks everything that Vouch stands on, and says what to do about each fault. */
@Command(
    name = "doctor",
    description = "Check settings, Redis, Slack and the models; say what to do about each fault.")
final class DoctorCommand extends Cli implements Callable<Integer> {
  @Option(names = "--json", description = "Print the findings as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Doctor doctor = new Doctor(environment(), InstantSource.system());
    Doctor.Findings findings = doctor.examine();
    out().print(json ? findings.json() : findings.text());
    out().flush();
    return findings.isWell() ? 0 : 1;
  }
}
