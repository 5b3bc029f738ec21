namespace SoeBot.JourneyTests.Simulation;

/// <summary>How time goes on: from one thing to the next, and at each the parts of the processes that have something to do.</summary>
internal sealed partial class PlantYear
{
    /// <summary>What the processes do by themselves, until nothing is left that could be done now. Only parts that have something to do are turned.</summary>
    /// <param name="tick">Derives anew what should happen, and not only when something changed that asks for it.</param>
    public async Task TurnAsync(bool tick = false)
    {
        if ((tick || Deriving.At <= Now) && Processes.Any() is { } first)
        {
            Deriving.Now(Now);
            await first.TickAsync();
            if (!Processes.Up.Contains(first)) Deriving.Lost();
            while (first.Jobs.TryTake(out _)) { }
        }
        for (var (round, open) = (0, Open.Of(Store, Now)); round < 5; round++)
        {
            if (open.Occurrences) await WorkOccurrencesAsync(isFirst: round == 0);
            if (open.Inbox && Processes.Any() is { } second) await second.WorkInboxAsync();
            foreach (var one in Processes.Up)
                if (one.HasAnswers) await one.KeepAnswersAsync();
            if (Open.Of(Store, Now).Outbox && Processes.Any() is { } third) await third.SendAsync(Teams.TenantId, TimeSpan.FromMinutes(3), () => _broken.Count > 0);
            open = Open.Of(Store, Now);
            if (Processes.Any() is null || !open.IsAny) break;
            // Somebody died with it in hand, a job was lost, or the service said to wait.
            Time.Advance(TimeSpan.FromSeconds(31));
        }
        await Processes.BuryAsync();
        while (_log.TryDequeue(out var line)) Say(line);
        if (Teams.Violations.Count > 0) throw Fail(new Broken("the wire is kept", string.Join(' ', Teams.Violations)));
        if (_broken.Count > 0) throw Fail(_broken[0]);
    }

    private async Task WorkOccurrencesAsync(bool isFirst)
    {
        foreach (var kind in Store.Read($"SELECT kind FROM occurrences WHERE state = 'Pending' AND due_at <= {Now.UtcTicks} GROUP BY kind ORDER BY min(due_at)", row => row.GetString(0)))
        {
            // Hangfire may lose a job, or run it twice.
            var times = !isFirst ? 1 : Chance.Next(20) switch { 0 => 0, 1 => 2, _ => 1 };
            if (times != 1) Count(times == 0 ? "a job is lost" : "a job runs twice");
            for (; times > 0; times--)
                if (Processes.Any() is { } worker) await worker.WorkAsync(SimPlant.Id.Value, kind);
        }
    }

    private async Task UntilAsync(DateTimeOffset end)
    {
        while (true)
        {
            var due = Processes.Any() is null ? DateTimeOffset.MaxValue : Due();
            var next = _agenda.TryPeek(out _, out var soon) ? soon.At : DateTimeOffset.MaxValue;
            var at = due < next ? due : next;
            if (at > end) break;
            if (at > Now) Time.Advance(at - Now);
            if (next <= at)
            {
                var (name, action) = _agenda.Dequeue();
                Say(name);
                Count(name.Split(" for ")[0].Split(" after ")[0]);
                await action();
            }
            await TurnAsync();
        }
        if (end > Now) Time.Advance(end - Now);
    }

    /// <summary>When something is due by itself: an occurrence, a message's next try, deriving anew. What is overdue is looked at again a minute later.</summary>
    private DateTimeOffset Due()
    {
        var next = new[] { Open.Next(Store, Now), Deriving.At }.Min();
        return next <= Now ? Now.AddMinutes(1) : next;
    }

    /// <summary>The weather is fine, nobody dies any more, and all that waits is done.</summary>
    private async Task RestAsync()
    {
        Weather.Clear();
        Processes.AllUp();
        for (var round = 0; round < 6; round++)
        {
            Time.Advance(TimeSpan.FromMinutes(6));
            await TurnAsync(tick: true);
        }
    }
}
