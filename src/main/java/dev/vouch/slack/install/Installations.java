package dev.vouch.slack.install;

import dev.vouch.slack.Tokens;
import java.util.Optional;

/** The workspaces that Vouch is installed in. Keeps tokens encrypted. Thread-safe. */
public interface Installations {

  /** Keeps an installation, in place of the one that the workspace had. */
  void save(Installation installation);

  Optional<Installation> of(String team);

  /** Forgets a workspace; does nothing where there is none. */
  void delete(String team);

  /** The tokens of all these workspaces. */
  default Tokens tokens() {
    return team -> of(team).map(Installation::token);
  }
}
