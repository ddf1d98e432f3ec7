package dev.vouch.sandbox;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Team;
import dev.vouch.sandbox.workspace.Workspace;
import java.time.Instant;

/** A small workspace that the tests share, and the real Slack client pointed at it. */
final class Lumo {
  static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  static final Team NORTHWIND = Team.named("Northwind Foods");

  private Lumo() {}

  static Sandbox start() {
    return start(SandboxSettings.standard());
  }

  static Sandbox startStandingStill() {
    return start(SandboxSettings.standard().withClock(SandboxClock.standingAt(NOON)));
  }

  static Sandbox start(SandboxSettings settings) {
    Sandbox sandbox = Sandbox.start(settings);
    Workspace workspace = sandbox.workspace();
    Team own = workspace.roster().own();
    workspace.addPerson(
        Person.of("Rita Okafor", own, Person.Kind.STAFF).withEmail("rita@lumo.example"));
    workspace.addPerson(Person.of("Mona Lindqvist", own, Person.Kind.STAFF));
    workspace.addPerson(
        Person.of("Priya Nair", own, Person.Kind.GUEST).withEmail("priya@fairbank.example"));
    workspace.addPerson(
        Person.of("Amara Diallo", NORTHWIND, Person.Kind.EXTERNAL)
            .withEmail("amara@northwind.example"));
    workspace.addPerson(Person.of("Noor Haddad", NORTHWIND, Person.Kind.EXTERNAL));
    workspace.addChannel("general", Channel.Kind.PUBLIC, "Rita", "Mona", "Priya");
    workspace.addChannel("secret", Channel.Kind.PRIVATE, "Rita", "Mona");
    workspace.addChannel("lumo-northwind", Channel.Kind.SHARED, "Rita", "Amara");
    workspace.join("#general", sandbox.botPersonId());
    workspace.join("#lumo-northwind", sandbox.botPersonId());
    return sandbox;
  }

  static Slack slack(Sandbox sandbox) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
    return Slack.getInstance(config);
  }

  static MethodsClient bot(Sandbox sandbox) {
    return slack(sandbox).methods(sandbox.botToken());
  }

  static String channel(Sandbox sandbox, String name) {
    return sandbox.workspace().conversations().find(name).id();
  }

  static String person(Sandbox sandbox, String name) {
    return sandbox.workspace().roster().find(name).id();
  }
}
