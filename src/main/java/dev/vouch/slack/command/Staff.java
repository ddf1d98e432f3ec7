package dev.vouch.slack.command;

import dev.vouch.mention.Author;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is one of our own people, and so may see what is known about customers. */
public final class Staff {
  private Staff() {}

  /** What the settings say of a person, else what Slack says. */
  public static boolean isStaff(Workspace workspace, String person) {
    return isStaff(workspace.settings().settings(), workspace.directory(), person);
  }

  static boolean isStaff(TeamSettings settings, Directory directory, String person) {
    Boolean named = settings.staff().get(person);
    return named != null ? named : slackSays(directory, person);
  }

  /**
   * The same for somebody who pressed something, which people of connected workspaces can do, too.
   * Slack's payload names the team of the app in one place and that of the person in another; only
   * the latter tells who they are.
   *
   * @param homeTeam the person's own workspace as Slack's payload gives it, where it does
   */
  public static boolean isStaff(Workspace workspace, String person, @Nullable String homeTeam) {
    Boolean named = workspace.settings().settings().staff().get(person);
    if (named != null) {
      return named;
    }
    boolean ownTeam = homeTeam == null || homeTeam.equals(workspace.team());
    return ownTeam && slackSays(workspace.directory(), person);
  }

  private static boolean slackSays(Directory directory, String person) {
    return directory
        .author(person)
        .filter(author -> author.kind() == Author.Kind.STAFF)
        .isPresent();
  }

  /** Why a person cannot have a duty that only our own people have; empty where they can. */
  static Optional<String> refusal(String person, String role, Workspace workspace) {
    return isStaff(workspace, person)
        ? Optional.empty()
        : Optional.of(
            "%s is not one of our own people, so they cannot be the %s."
                .formatted(workspace.directory().name(person), role));
  }
}
