package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.Refused;
import dev.vouch.sandbox.wire.SlackError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One Slack workspace, and everything that people do in it. Thread-safe.
 *
 * <p>People and channels are named by id or by name, as {@link Roster#find} and {@link
 * Conversations#find} read them. What a person may not do is a {@link Refused}.
 */
public final class Workspace {
  private final Roster roster;
  private final SandboxClock clock;
  private final ZoneId zone;
  private final String baseUrl;
  private final Announcer announcer;
  private final Conversations conversations;
  private final Messages messages;
  private final Posting posting;
  private final Ids ids = new Ids();
  private final Reactions reactions;
  private final ResponseUrls urls;
  private final Views views;
  private final FileShelf files;
  private final Interactions interactions;
  private final Forms forms;

  /**
   * @param baseUrl for instance {@code http://127.0.0.1:8700}, without a slash
   * @param setting team, app and time
   */
  public Workspace(Setting setting, Outlet outlet, String baseUrl) {
    this.roster = new Roster(setting.own(), setting.app());
    this.clock = setting.clock();
    this.zone = setting.zone();
    this.baseUrl = baseUrl;
    this.announcer = new Announcer(roster, clock, outlet, ids);
    this.conversations = new Conversations(roster, clock, announcer, ids);
    this.messages = new Messages(conversations, roster, clock, announcer);
    this.posting = new Posting(roster, conversations, messages, baseUrl);
    this.reactions = new Reactions(messages, announcer);
    this.urls = new ResponseUrls(clock, messages, roster, ids);
    Triggers triggers = new Triggers(clock, ids);
    this.views = new Views(triggers, roster, announcer, ids);
    this.files = new FileShelf(ids);
    Payloads payloads = new Payloads(roster, triggers, urls, baseUrl);
    this.interactions = new Interactions(roster, messages, views, payloads, urls, outlet);
    this.forms = new Forms(views, payloads, outlet);
  }

  /** What a workspace is made from. */
  public record Setting(Team own, AppCard app, ZoneId zone, SandboxClock clock) {}

  /** Runs {@code watcher} after each change, in the thread that made it. */
  public void watch(Consumer<Change> watcher) {
    announcer.watch(watcher);
  }

  /** Adds a person and tells the app ({@code team_join}) if they are one of the own people. */
  public Person addPerson(Person person) {
    Person added = roster.add(person);
    if (added.kind().own()) {
      announce("team_join", added);
    }
    announcer.changed(Change.state());
    return added;
  }

  /** Changes what Slack knows about a person, and tells the app ({@code user_change}). */
  public void changePerson(Person person) {
    roster.need(person.id());
    roster.replace(person);
    announce("user_change", person);
    announcer.changed(Change.state());
  }

  private void announce(String type, Person person) {
    JsonObject user = person.asUser(conversations.stranger(person), clock.instant());
    announcer.everywhere(Json.object("type", type, "user", user, "event_ts", messages.nextTs()));
  }

  /** Adds a channel with these members; the bot is not one of them unless named. */
  public Channel addChannel(String name, Channel.Kind kind, String... members) {
    List<String> ids = Stream.of(members).map(member -> roster.find(member).id()).toList();
    return conversations.add(name, kind, ids);
  }

  /** Lets somebody in, and tells the app if its bot is there. */
  public void join(String channel, String person) {
    conversations.join(conversations.find(channel), roster.find(person).id());
  }

  public void rename(String channel, String name) {
    conversations.rename(conversations.find(channel), name);
  }

  public void archive(String channel) {
    conversations.archive(conversations.find(channel));
  }

  /** Lets somebody be not disturbed from {@code start} to {@code end}. */
  public void setQuiet(String person, Instant start, Instant end) {
    roster.setQuiet(roster.find(person).id(), new Roster.Quiet(start, end));
  }

  /** Posts what a person typed; returns the message's ts. */
  public String postAs(String person, String channel, String text) {
    return posting.post(person, channel, posting.typed(text));
  }

  /** Posts a reply in the thread of {@code threadTs}. */
  public String postAs(String person, String channel, String text, String threadTs) {
    return posting.reply(person, channel, posting.typed(text), threadTs);
  }

  /** Posts a file with words or none; the event is a {@code file_share}. */
  public String postFileAs(String person, String channel, String text, NamedBytes file) {
    String id = files.announce(file.name(), "", file.bytes().length);
    files.fill(id, file.bytes());
    return posting.file(person, channel, text, files.complete(id, ""));
  }

  /** A file to post. */
  @SuppressWarnings("ArrayRecordComponent")
  public record NamedBytes(String name, byte[] bytes) {}

  /** Posts as another app's bot, for instance a listening tool; its text is taken as it is. */
  public String postAsForeignBot(String name, String channel, String text) {
    return posting.foreignBot(name, channel, text);
  }

  /** Posts a message with more than text: subtype, files, attachments. */
  public String postAs(String person, String channel, JsonObject draft) {
    return posting.post(person, channel, draft);
  }

  public void editAs(String person, String channel, String ts, String text) {
    Channel in = posting.own(person, channel, ts);
    String sent = Json.text(posting.typed(text), "text");
    messages.edit(in, ts, roster.find(person).id(), message -> message.addProperty("text", sent));
  }

  public void deleteAs(String person, String channel, String ts) {
    messages.delete(posting.own(person, channel, ts), ts);
  }

  public void reactAs(String personName, String channel, String ts, String name) {
    Person person = roster.find(personName);
    polite(() -> reactions.add(posting.joined(person, channel), ts, person.id(), name));
  }

  public void unreactAs(String personName, String channel, String ts, String name) {
    Person person = roster.find(personName);
    polite(() -> reactions.remove(posting.joined(person, channel), ts, person.id(), name));
  }

  private static void polite(Runnable doing) {
    try {
      doing.run();
    } catch (SlackError e) {
      throw new Refused("Slack does not take that reaction: " + e.code() + ".");
    }
  }

  /** Shares a message into another channel, with words of one's own or none. */
  public String shareAs(String person, String channel, Shared shared, String ownText) {
    return posting.share(person, channel, shared, ownText);
  }

  /** A message to share. */
  public record Shared(String channel, String ts) {}

  /** Runs a slash command; {@code /me} is Slack's own. */
  public Outcome commandAs(String personName, String channel, String text) {
    Person person = roster.find(personName);
    Channel in = posting.joined(person, channel);
    if (text.startsWith("/me ")) {
      JsonObject draft = posting.typed(text.substring(4));
      draft.addProperty("subtype", "me_message");
      posting.post(personName, channel, draft);
      return Outcome.done();
    }
    return interactions.command(person, in, text);
  }

  public Outcome shortcutAs(String personName, String channel, String ts, String callbackId) {
    Person person = roster.find(personName);
    return interactions.shortcut(person, posting.joined(person, channel), ts, callbackId);
  }

  /** Presses what {@code action} names by its action_id; {@code value} tells equal ones apart. */
  public Outcome pressAs(String person, Container container, JsonObject action) {
    return pressAs(person, container, action, new JsonObject());
  }

  /** Presses with the values of the inputs around it, as in {@code state.values}. */
  public Outcome pressAs(
      String personName, Container container, JsonObject action, JsonObject state) {
    Person person = roster.find(personName);
    Interactions.Press press = new Interactions.Press(action, state);
    if (container instanceof Container.InMessage in) {
      return interactions.press(person, posting.joined(person, in.channel()), in.ts(), press);
    }
    return interactions.press(person, ((Container.InView) container).viewId(), press);
  }

  /** Sends a modal off; {@code values} by block id and action id. */
  public Outcome submitAs(String person, String viewId, JsonObject values) {
    return forms.submit(roster.find(person), viewId, values);
  }

  public Outcome closeViewAs(String person, String viewId) {
    return forms.close(roster.find(person), viewId);
  }

  /** Opens the app's Home tab, which people of other workspaces do not have. */
  public void openHomeAs(String personName) {
    Person person = roster.find(personName);
    if (!person.kind().own()) {
      throw new Refused("Only people of this workspace can open the app's Home.");
    }
    Channel dm = conversations.dm(person.id(), roster.app().botPersonId());
    JsonObject event =
        Json.object("type", "app_home_opened", "user", person.id(), "channel", dm.id());
    event.addProperty("tab", "home");
    event.addProperty("event_ts", messages.nextTs());
    views.home(person.id()).ifPresent(view -> event.add("view", view));
    announcer.everywhere(event);
  }

  /** The conversation of two people, which may be the bot. */
  public Channel openDmAs(String person, String other) {
    return conversations.dm(roster.find(person).id(), roster.find(other).id());
  }

  /** Tells the app that it was uninstalled and that its tokens are gone. */
  public void uninstall() {
    List<String> bots = List.of(roster.app().botPersonId());
    announcer.everywhere(
        Json.object(
            "type", "tokens_revoked", "tokens", Json.object("oauth", List.of(), "bot", bots)));
    announcer.everywhere(Json.object("type", "app_uninstalled"));
  }

  /** All messages of a channel, replies too, oldest first. */
  public List<JsonObject> messages(String channel) {
    return messages.all(conversations.find(channel));
  }

  public List<JsonObject> ephemerals(String person, String channel) {
    return messages.ephemerals(conversations.find(channel), roster.find(person).id());
  }

  /** What stands in the DM of a person and the bot. */
  public List<JsonObject> dmWithBot(String person) {
    return messages.all(dmChannelWithBot(person));
  }

  public Channel dmChannelWithBot(String person) {
    return conversations.dm(roster.find(person).id(), roster.app().botPersonId());
  }

  public Optional<JsonObject> home(String person) {
    return views.home(roster.find(person).id());
  }

  /** The modal that a person has before them. */
  public Optional<JsonObject> openView(String person) {
    return views.top(roster.find(person).id());
  }

  /** Where a message can be read. */
  public String permalink(Channel channel, String ts) {
    return posting.permalink(channel, ts);
  }

  /** Goes through the next morning in steps, so that what is due at nine happens at nine. */
  public void nextDay() {
    LocalDate day = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
    for (LocalTime time : List.of(LocalTime.of(8, 55), LocalTime.of(9, 5), LocalTime.of(10, 0))) {
      clock.advanceTo(day.atTime(time).atZone(zone).toInstant());
    }
  }

  /** Marks what was said in channels before {@code moment} as read; direct messages wait. */
  public void readUntil(Instant moment) {
    conversations.all().stream()
        .filter(channel -> !channel.kind().direct())
        .forEach(channel -> messages.readUntil(channel, moment));
    announcer.changed(Change.state());
  }

  public Roster roster() {
    return roster;
  }

  public Conversations conversations() {
    return conversations;
  }

  public Messages messageBook() {
    return messages;
  }

  public Reactions reactions() {
    return reactions;
  }

  public Views views() {
    return views;
  }

  public FileShelf files() {
    return files;
  }

  public ResponseUrls responseUrls() {
    return urls;
  }

  public SandboxClock clock() {
    return clock;
  }

  public String baseUrl() {
    return baseUrl;
  }
}
