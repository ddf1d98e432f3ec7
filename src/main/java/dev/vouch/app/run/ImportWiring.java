package dev.vouch.app.run;

import dev.vouch.app.setting.Config;
import dev.vouch.app.slackexport.ExportSink;
import dev.vouch.app.slackexport.ImportCommand;
import dev.vouch.app.slackexport.ImportProgress;
import dev.vouch.classify.Classifier;
import dev.vouch.classify.Effort;
import dev.vouch.nudge.gift.Gifts;
import dev.vouch.nudge.gift.PolicyFile;
import dev.vouch.pipeline.Aftermath;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.DiscreetDirectory;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.hearing.Listener;
import dev.vouch.pipeline.inbox.EventReader;
import dev.vouch.pipeline.learn.Learning;
import dev.vouch.store.ImportLog;
import dev.vouch.store.Store;
import java.time.InstantSource;
import java.util.Map;

/** Lets an import write through the same reading and state code as live messages, silently. */
public final class ImportWiring implements ImportCommand.Wiring {
  private final Map<String, String> environment;

  public ImportWiring(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public ImportCommand.Target open(String team, Directory export) {
    InstantSource clock = InstantSource.system();
    Backend backend = Backend.open(Config.from(environment), clock);
    Store.Books books = backend.store().books(team);
    Directory directory = new DiscreetDirectory(export, books.forgetting());
    if (backend.store().home(team).isEmpty()) {
      backend.store().remember(directory.home());
    }
    Workspace workspace =
        new Workspace(
            team,
            books.advocates(),
            books.accounts(),
            books.relationships(),
            books.forgetting(),
            books.identities(),
            books.nudges(),
            books.asks(),
            books.executives(),
            books.attention(),
            books.letters(),
            new Gifts(PolicyFile.shipped(), books.gifts()),
            books.settings(),
            directory,
            Messenger.silent(),
            new Learning(team, books.learning(), Teaching.shipped(Classifier::shipped), clock),
            books.claims());
    MessageReader reader =
        new MessageReader(
            workspace.learning()::classifier,
            directory,
            () -> books.settings().settings().products(),
            () -> Effort.FULL);
    Listener listener = new Listener(workspace, reader, Aftermath.NONE, clock);
    return new Target(backend, new EventReader(workspace, listener), backend.store().imports(team));
  }

  private record Target(Backend backend, EventReader events, ImportLog log)
      implements ImportCommand.Target {
    @Override
    public ExportSink sink() {
      return events::read;
    }

    @Override
    public ImportProgress progress() {
      return new ImportProgress() {
        @Override
        public boolean done(String file) {
          return log.done(file);
        }

        @Override
        public void markDone(String file) {
          log.markDone(file);
        }
      };
    }

    @Override
    public void close() {
      backend.close();
    }
  }
}
