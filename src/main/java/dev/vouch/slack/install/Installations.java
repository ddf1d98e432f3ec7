package dev.vouch.slack.install;

/** Where it is noted that a workspace has installed Vouch. Keeps tokens encrypted. Thread-safe. */
@FunctionalInterface
public interface Installations {

  /** Keeps an installation, in place of the one that the workspace had. */
  void save(Installation installation);
}
