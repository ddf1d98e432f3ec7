package dev.vouch.app;

import dev.vouch.sandbox.Sandbox;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.Team;
import dev.vouch.sandbox.workspace.Workspace;

/** A few people and channels in a Slack look-alike, for tests of the whole app. */
final class SmallCompany {
  private SmallCompany() {}

  static void furnish(Sandbox sandbox) {
    Workspace workspace = sandbox.workspace();
    Team own = workspace.roster().own();
    Team northwind = Team.named("Northwind Foods");
    workspace.addPerson(Person.of("Rita Okafor", own, Person.Kind.STAFF));
    workspace.addPerson(Person.of("Mona Lindqvist", own, Person.Kind.STAFF));
    workspace.addPerson(Person.of("Theo Brandt", own, Person.Kind.STAFF));
    workspace.addPerson(Person.of("Amara Diallo", northwind, Person.Kind.EXTERNAL));
    workspace.addPerson(Person.of("Yuki Tanaka", northwind, Person.Kind.EXTERNAL));
    workspace.addPerson(
        Person.of("Priya Nair", own, Person.Kind.GUEST).withEmail("priya@fairbank.example"));
    workspace.addChannel("general", Channel.Kind.PUBLIC, "Rita", "Mona", "Theo");
    workspace.addChannel("digest", Channel.Kind.PUBLIC, "Rita", "Mona");
    workspace.addChannel(
        "community", Channel.Kind.SHARED, "Rita", "Mona", "Amara", "Yuki", "Priya");
    for (String channel : new String[] {"#general", "#digest", "#community"}) {
      workspace.join(channel, sandbox.botPersonId());
    }
  }
}
