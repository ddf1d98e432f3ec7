package dev.vouch.slack;

import com.slack.api.methods.response.dnd.DndInfoResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.User;
import dev.vouch.mention.Author;
import dev.vouch.mention.Author.Kind;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who and what the ids of one workspace stand for, asked from Slack and remembered for an hour.
 *
 * <p>Staff are full members of the workspace, or of the Enterprise Grid that it belongs to; guests
 * and people of connected workspaces are customers. A workspace can name exceptions by hand.
 */
public final class SlackDirectory implements Directory {
  private static final Logger LOG = LoggerFactory.getLogger(SlackDirectory.class);
  private static final String SLACKBOT = "USLACKBOT";
  private static final Set<String> NOBODY =
      Set.of(
          "users.info: user_not_found",
          "users.info: users_not_found",
          "users.info: user_not_visible");
  private static final Set<String> NO_CHANNEL = Set.of("conversations.info: channel_not_found");

  private static final int MOST_MEMBERS = 200;

  private final WebApi api;
  private final Startup.Connection connection;
  private final Supplier<Map<String, Boolean>> staff;
  private final Remembered<Author> authors;
  private final Set<String> deactivated = ConcurrentHashMap.newKeySet();
  private final Map<String, String> locales = new ConcurrentHashMap<>();
  private final Remembered<Channel> channels;
  private final Remembered<String> teams;
  private final Remembered<Quiet> quiet;

  /**
   * @param staff people named by hand as staff or not, by Slack id; asked each time, so that a
   *     change counts at once
   */
  public SlackDirectory(
      WebApi api,
      Startup.Connection connection,
      Supplier<Map<String, Boolean>> staff,
      InstantSource clock) {
    this.api = api;
    this.connection = connection;
    this.staff = staff;
    this.authors = new Remembered<>(clock, this::askAuthor);
    this.channels = new Remembered<>(clock, this::askChannel);
    this.teams = new Remembered<>(clock, this::askTeam);
    this.quiet = new Remembered<>(clock, this::askQuiet, Quiet.KNOWN);
  }

  @Override
  public Home home() {
    return connection.home();
  }

  @Override
  public Optional<Author> author(String person) {
    return person.isBlank() ? Optional.empty() : authors.get(person).map(this::named);
  }

  @Override
  public boolean isActive(String person) {
    return author(person).isPresent() && !deactivated.contains(person);
  }

  @Override
  public Optional<String> locale(String person) {
    return author(person).flatMap(known -> Optional.ofNullable(locales.get(known.id())));
  }

  @Override
  public Optional<Channel> channel(String id) {
    return id.isBlank() ? Optional.empty() : channels.get(id);
  }

  @Override
  public Optional<Author> outsiderIn(String channel) {
    return api
        .call(
            "conversations.members",
            m -> m.conversationsMembers(r -> r.channel(channel).limit(MOST_MEMBERS)))
        .getMembers()
        .stream()
        .flatMap(member -> author(member).stream())
        .filter(one -> one.kind() == Kind.CUSTOMER)
        .findFirst();
  }

  @Override
  public Optional<String> teamName(String team) {
    return team.equals(home().team()) ? Optional.of(home().name()) : teams.get(team);
  }

  /** Nobody waits long because Slack cannot be asked. */
  @Override
  public Optional<Instant> quietUntil(String person, Instant now) {
    try {
      return quiet.get(person).flatMap(known -> known.until(now));
    } catch (Unreachable | Refused e) {
      LOG.info("whether {} may be disturbed is not known: {}", person, e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * When somebody has switched Slack's notifications off.
   *
   * @param snoozed until when by hand; before the start of time where not
   */
  private record Quiet(Instant start, Instant end, Instant snoozed) {
    /** Somebody may switch them off at any time. */
    private static final Duration KNOWN = Duration.ofMinutes(5);

    static Quiet of(DndInfoResponse said) {
      return new Quiet(
          Instant.ofEpochSecond(said.isDndEnabled() ? said.getNextDndStartTs() : 0),
          Instant.ofEpochSecond(said.isDndEnabled() ? said.getNextDndEndTs() : 0),
          Instant.ofEpochSecond(said.isSnoozeEnabled() ? said.getSnoozeEndtime() : 0));
    }

    Optional<Instant> until(Instant now) {
      Instant scheduled = start.isAfter(now) ? Instant.EPOCH : end;
      Instant until = scheduled.isAfter(snoozed) ? scheduled : snoozed;
      return Optional.of(until).filter(time -> time.isAfter(now));
    }
  }

  private Optional<Quiet> askQuiet(String person) {
    return unless(
        refusal -> true,
        () -> Optional.of(Quiet.of(api.call("dnd.info", m -> m.dndInfo(r -> r.user(person))))));
  }

  @Override
  public void changed(String id) {
    authors.forget(id);
    channels.forget(id);
    teams.forget(id);
  }

  /** The author with the kind that was named by hand, if one was. Bots stay bots. */
  private Author named(Author author) {
    Boolean isStaff = author.kind() == Kind.BOT ? null : staff.get().get(author.id());
    if (isStaff == null) {
      return author;
    }
    Kind kind = isStaff ? Kind.STAFF : Kind.CUSTOMER;
    return new Author(
        author.id(), author.team(), author.name(), kind, author.email(), author.zone());
  }

  private Optional<Author> askAuthor(String person) {
    return unless(
        NOBODY::contains,
        () -> {
          User found =
              api.call("users.info", m -> m.usersInfo(r -> r.user(person).includeLocale(true)))
                  .getUser();
          return Optional.ofNullable(found).map(user -> toAuthor(person, user));
        });
  }

  private Author toAuthor(String id, User user) {
    if (user.isDeleted()) {
      deactivated.add(id);
    } else {
      deactivated.remove(id);
    }
    filled(user.getLocale()).ifPresent(locale -> locales.put(id, locale));
    User.Profile profile = user.getProfile();
    String display = profile == null ? null : profile.getDisplayName();
    String real = profile == null ? null : profile.getRealName();
    String name =
        Stream.of(display, user.getRealName(), real, user.getName())
            .flatMap(given -> filled(given).stream())
            .findFirst()
            .orElse(id);
    String email = profile == null ? null : filled(profile.getEmail()).orElse(null);
    String team = filled(user.getTeamId()).orElse("");
    return new Author(id, team, name, kind(id, user), email, filled(user.getTz()).orElse(null));
  }

  private Kind kind(String id, User user) {
    if (user.isBot() || user.isWorkflowBot() || id.equals(SLACKBOT)) {
      return Kind.BOT;
    }
    boolean guest = user.isRestricted() || user.isUltraRestricted() || user.isStranger();
    return isOurs(user) && !guest ? Kind.STAFF : Kind.CUSTOMER;
  }

  private boolean isOurs(User user) {
    String enterprise = connection.enterprise();
    User.EnterpriseUser member = user.getEnterpriseUser();
    return home().team().equals(user.getTeamId())
        || (enterprise != null && member != null && enterprise.equals(member.getEnterpriseId()));
  }

  private Optional<Channel> askChannel(String id) {
    return unless(
        NO_CHANNEL::contains,
        () -> {
          Conversation found =
              api.call("conversations.info", m -> m.conversationsInfo(r -> r.channel(id)))
                  .getChannel();
          return Optional.ofNullable(found).map(channel -> toChannel(id, channel));
        });
  }

  private static Channel toChannel(String id, Conversation channel) {
    boolean external =
        channel.isExtShared()
            || channel.isPendingExtShared()
            || (channel.isShared() && !channel.isOrgShared());
    boolean direct = channel.isIm() || channel.isMpim();
    return new Channel(id, filled(channel.getName()).orElse(id), external, direct);
  }

  private Optional<String> askTeam(String team) {
    return unless(
        refusal -> true,
        () ->
            Optional.ofNullable(api.call("team.info", m -> m.teamInfo(r -> r.team(team))).getTeam())
                .flatMap(found -> filled(found.getName())));
  }

  /** What Slack answers, or empty where its refusal only means that there is no such thing. */
  private static <T> Optional<T> unless(Predicate<String> means, Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (Refused e) {
      if (means.test(String.valueOf(e.getMessage()))) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Optional<String> filled(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> !given.isBlank());
  }
}
