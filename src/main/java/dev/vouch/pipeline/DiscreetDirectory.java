package dev.vouch.pipeline;

import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.mention.Author;
import java.time.Instant;
import java.util.Optional;

/** A directory that knows nobody who was forgotten, so that nothing of theirs is even looked at. */
public record DiscreetDirectory(Directory all, Forgetting forgetting) implements Directory {
  /** What those are called who were forgotten. */
  private static final String NAMELESS = "somebody";

  @Override
  public Home home() {
    return all.home();
  }

  @Override
  public Optional<Author> author(String person) {
    return forgetting.isForgotten(person) ? Optional.empty() : all.author(person);
  }

  @Override
  public String name(String person) {
    return forgetting.isForgotten(person) ? NAMELESS : all.name(person);
  }

  @Override
  public boolean isActive(String person) {
    return !forgetting.isForgotten(person) && all.isActive(person);
  }

  @Override
  public Optional<String> locale(String person) {
    return forgetting.isForgotten(person) ? Optional.empty() : all.locale(person);
  }

  @Override
  public Optional<Channel> channel(String id) {
    return all.channel(id);
  }

  /** Whoever was forgotten reads along all the same. */
  @Override
  public Optional<Author> outsiderIn(String channel) {
    return all.outsiderIn(channel);
  }

  @Override
  public Optional<String> teamName(String team) {
    return all.teamName(team);
  }

  @Override
  public Optional<Instant> quietUntil(String person, Instant now) {
    return all.quietUntil(person, now);
  }

  @Override
  public void changed(String id) {
    all.changed(id);
  }
}
