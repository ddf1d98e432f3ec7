package dev.vouch.app.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.Provenance.Windows;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.identity.Identities.Identity;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.advocate.standing.PersonLoyalty;
import dev.vouch.advocate.standing.PersonStanding;
import dev.vouch.mention.Driver;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.etiquette.Budget;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.ranking.Reader;
import dev.vouch.pipeline.inbox.Deliveries.DeadLetter;
import dev.vouch.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is held of a workspace, in the JSON form that customers and auditors rely on. */
public final class Export {
  private static final int ALL = 1_000_000;

  private final Store store;
  private final Store.Books books;
  private final String team;
  private final Instant now;
  private final EvidenceReader evidence;

  /**
   * @param now goodwill fades and standings move, so they are told as they are then
   */
  public Export(Store store, String team, Instant now) {
    this.now = now;
    this.store = store;
    this.books = store.books(team);
    this.team = team;
    this.evidence = new EvidenceReader(books.advocates(), books.relationships(), now);
  }

  /**
   * @param person only what is about this person, or null for all
   */
  public JsonObject json(@Nullable String person) {
    JsonObject all = new JsonObject();
    all.addProperty("team", team);
    List<String> ids = person == null ? store.people(team) : List.of(person);
    all.add("people", array(ids.stream().flatMap(id -> person(id).stream())));
    if (person == null) {
      all.add(
          "contacts",
          array(
              books.accounts().cards().all().stream()
                  .filter(card -> card.handle().person() == null)
                  .map(Export::unmet)));
      all.add("accounts", array(books.accounts().accounts(ALL).stream().map(Export::account)));
    }
    List<Nudge> nudges =
        person == null ? books.nudges().latest(ALL) : books.nudges().about(person, ALL);
    all.add("nudges", array(nudges.stream().map(Export::nudge)));
    List<Ask> asks =
        person == null ? books.asks().since(Instant.EPOCH, ALL) : books.asks().about(person, ALL);
    all.add("asks", array(asks.stream().map(AskRow::of)));
    if (person == null) {
      all.add(
          "deadLetters",
          array(books.deliveries().deadLetters(ALL).stream().map(Export::deadLetter)));
    }
    return all;
  }

  private Optional<JsonObject> person(String id) {
    return books.advocates().contact(id).map(this::person);
  }

  private JsonObject person(Contact contact) {
    JsonObject json = new JsonObject();
    json.addProperty("id", contact.id());
    json.addProperty("name", contact.name());
    json.add(
        "identities", array(books.identities().of(contact.id()).stream().map(Export::identity)));
    json.addProperty("account", contact.account().orElse(null));
    Optional<Card> card = books.accounts().cards().card(contact.id());
    json.add("roles", strings(RoleRules.roles(contact, card).stream().map(Role::wire).toList()));
    card.ifPresent(known -> describe(json, known));
    List<LedgerEntry> ledger =
        books.relationships().ledger(contact.id(), contact.account().orElse(null));
    List<AdvocacyAct> acts = books.advocates().acts(contact.id());
    json.add("acts", array(acts.stream().map(act -> act(act, ledger))));
    List<Heard> heard = books.advocates().heard(contact.id(), ALL);
    Relationship between = books.relationships().of(Subject.person(contact.id())).answered(heard);
    standing(contact, json);
    json.add("goodwill", RelationshipJson.goodwill(between, heard, now));
    json.add("consent", RelationshipJson.consent(between));
    json.add("motivators", RelationshipJson.motivators(between));
    json.add("ledger", array(between.ledger().stream().map(RelationshipJson::entry)));
    JsonObject mentions = new JsonObject();
    contact.mentions().forEach((intent, count) -> mentions.addProperty(intent.wire(), count));
    json.add("mentions", mentions);
    json.add("reach", reach(contact.reach()));
    json.add(
        "introductions",
        array(books.executives().about(contact.id(), ALL).stream().map(IntroductionJson::of)));
    json.add("attention", attention(contact.id()));
    json.add("paused", RelationshipJson.paused(between.pause()));
    json.add("gifts", array(books.gifts().about(contact.id(), ALL).stream().map(Export::gift)));
    json.add("ties", array(between.ties().stream().map(tie -> RelationshipJson.tie(tie, acts))));
    return json;
  }

  /** A Slack id by which they are heard; where it was joined with another, by whom and when. */
  private static JsonObject identity(Identity one) {
    JsonObject json = new JsonObject();
    json.addProperty("id", one.id());
    if (!one.id().equals(one.into())) {
      json.addProperty("into", one.into());
      json.addProperty("by", one.by());
      json.addProperty("at", one.at().toString());
    }
    return json;
  }

  /** What was sent to them lately and how it was received. */
  private JsonObject attention(String person) {
    Reader reader = books.attention().reader(person, now.minus(Budget.WEEK), now);
    JsonObject json = new JsonObject();
    json.addProperty("messagesThisWeek", reader.taken().size());
    json.addProperty("unanswered", reader.manners().unanswered());
    json.addProperty("stoppedAt", Objects.toString(reader.manners().stopped(), null));
    return json;
  }

  /** A line of the register of gifts. */
  private static JsonObject gift(GiftEvent event) {
    JsonObject json = new JsonObject();
    json.addProperty("id", event.gift());
    json.addProperty("state", event.state().wire());
    json.addProperty("what", event.what().what());
    json.addProperty("worth", event.what().worth().toString());
    json.addProperty("surprise", event.what().surprise());
    json.addProperty("at", event.at().toString());
    json.addProperty("by", event.by());
    json.addProperty("reason", event.cited().why().words());
    json.addProperty("rule", event.cited().rule());
    json.addProperty("policy", event.cited().policy());
    return json;
  }

  private static void describe(JsonObject json, Card card) {
    json.addProperty("email", card.handle().email());
    json.addProperty("title", card.title());
    json.addProperty("language", card.tongue().language());
    json.addProperty("zone", card.tongue().zone());
  }

  /** Somebody who was imported by their address and not met in Slack yet. */
  private static JsonObject unmet(Card card) {
    JsonObject json = new JsonObject();
    json.addProperty("name", card.name());
    json.addProperty("account", card.account());
    json.add("roles", strings(card.roles().stream().sorted().map(Role::wire).toList()));
    describe(json, card);
    return json;
  }

  /** Two words and their reasons, never one number. */
  private void standing(Contact contact, JsonObject json) {
    Evidence known = evidence.of(contact);
    PersonStanding stands = PersonStanding.of(known, now);
    json.addProperty("standing", stands.standing().wire());
    json.addProperty("standingSince", Objects.toString(stands.since(), null));
    json.addProperty("standingReason", stands.reason());
    PersonLoyalty loyalty = PersonLoyalty.of(known);
    json.addProperty("loyalty", loyalty.loyalty().wire());
    json.addProperty("loyaltySince", Objects.toString(loyalty.since(), null));
    json.addProperty("loyaltyReason", loyalty.reason());
  }

  private static JsonObject act(AdvocacyAct act, List<LedgerEntry> ledger) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", act.kind().wire());
    json.addProperty("aim", act.aim().wire());
    json.addProperty("provenance", Provenance.of(act, ledger, Windows.USUAL).provenance().wire());
    json.addProperty("at", act.at().toString());
    json.addProperty("permalink", act.permalink());
    json.addProperty("confidence", act.confidence());
    json.add("drivers", strings(act.drivers().stream().map(Driver::wire).sorted().toList()));
    json.addProperty("incentivised", act.incentivised());
    json.addProperty("disclosed", act.isDisclosed());
    json.addProperty("specific", act.wording().specific());
    json.add("evidence", strings(act.evidence()));
    json.addProperty("saidAs", act.person());
    json.addProperty("savedBy", act.savedBy());
    return json;
  }

  private static JsonObject reach(Reach reach) {
    JsonObject json = new JsonObject();
    json.addProperty("reactionsReceived", reach.reactionsReceived());
    json.addProperty("reactionsGiven", reach.reactionsGiven());
    json.addProperty("sharesReceived", reach.sharesReceived());
    json.addProperty("sharesGiven", reach.sharesGiven());
    json.addProperty("secondsReceived", reach.secondsReceived());
    json.addProperty("secondsGiven", reach.secondsGiven());
    return json;
  }

  private static JsonObject account(Account account) {
    JsonObject json = new JsonObject();
    json.addProperty("id", account.id());
    json.addProperty("name", account.name());
    json.addProperty("tier", account.tier().wire());
    json.addProperty("owner", account.owner());
    json.addProperty("sponsor", account.sponsor());
    json.add("domains", strings(account.domains().stream().sorted().toList()));
    json.add("teams", strings(account.teams().stream().sorted().toList()));
    json.add("channels", strings(account.channels().stream().sorted().toList()));
    json.addProperty("criteria", account.profile().criteria());
    json.addProperty("region", account.profile().region());
    json.addProperty("country", account.profile().country());
    json.addProperty("sector", account.profile().sector());
    Account.Procurement buying = account.profile().procurement();
    json.addProperty("procurement", buying == null ? null : buying.wire());
    json.addProperty("stage", account.profile().stage());
    json.addProperty("renewal", Objects.toString(account.profile().renewal(), null));
    json.addProperty("version", account.version());
    return json;
  }

  private static JsonObject nudge(Nudge nudge) {
    JsonObject json = new JsonObject();
    json.addProperty("id", nudge.id());
    json.addProperty("kind", nudge.kind().wire());
    json.addProperty("to", nudge.to());
    json.addProperty("about", nudge.about());
    json.addProperty("decision", nudge.state().wire());
    json.addProperty("reason", nudge.reason());
    json.addProperty("moment", nudge.moment().wire());
    json.addProperty("gesture", nudge.advice() == null ? null : nudge.advice().gesture().wire());
    json.addProperty("at", nudge.at().toString());
    json.addProperty("due", nudge.due() == null ? null : nudge.due().toString());
    return json;
  }

  private static JsonObject deadLetter(DeadLetter letter) {
    JsonObject json = new JsonObject();
    json.addProperty("id", letter.envelope().id());
    json.addProperty("type", letter.envelope().type().name());
    json.addProperty("reason", letter.reason());
    json.addProperty("attempts", letter.attempts());
    json.addProperty("at", letter.at().toString());
    return json;
  }

  static JsonArray array(Stream<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }

  private static JsonArray strings(Collection<String> texts) {
    return array(texts.stream().map(JsonPrimitive::new));
  }
}
