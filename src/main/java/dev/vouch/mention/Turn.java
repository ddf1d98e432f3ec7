package dev.vouch.mention;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message of a thread, as those after it see it.
 *
 * @param person who wrote it; empty where it was not heard
 */
public record Turn(String ts, String person, Stance stance) {

  /**
   * The turn that a reply stands under; empty where nobody else's turn bears on it.
   *
   * <p>A second stands under the latest turn that is neither a second itself nor of the same
   * person. Any other reply stands under the question of a thread that began with one, else under a
   * question just before it.
   *
   * @param root the thread's first message, or null if it was not heard
   * @param earlier what stands between, latest first
   */
  public static Optional<Turn> answered(
      @Nullable Turn root, List<Turn> earlier, String person, boolean second) {
    if (!second && root != null && root.isChoiceOfAnother(person)) {
      return Optional.of(root);
    }
    Turn before =
        earlier.stream()
            .filter(turn -> !turn.person.equals(person))
            .filter(turn -> turn.stance != Stance.SECOND)
            .findFirst()
            .orElse(root);
    return Optional.ofNullable(before)
        .filter(turn -> !turn.person.equals(person) && turn.stance != Stance.NONE)
        .filter(turn -> second || turn.stance.asksForAChoice());
  }

  private boolean isChoiceOfAnother(String reader) {
    return stance.asksForAChoice() && !person.equals(reader);
  }
}
