using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;
using SoeBot.Occurrences;
using SoeBot.TestKit.Postgres;
using Xunit;

namespace SoeBot.UnitTests.Occurrences;

/// <summary>What is urgent is worked first, whenever it came, with both of Hangfire's storages.</summary>
public sealed class JobQueuesTests
{
    [Fact]
    public void Urgent_goes_before_usual_and_usual_before_long_in_memory() => Order(new InMemoryStorage());

    [Fact]
    public async Task Urgent_goes_before_usual_and_usual_before_long_in_PostgreSql()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var text = await cluster.CreateDatabaseAsync();
        var options = new PostgreSqlStorageOptions { PrepareSchemaIfNecessary = true };
        Order(new PostgreSqlStorage(new NpgsqlConnectionFactory(text, options), options));
        await cluster.DropDatabaseAsync(text);
    }

    [Fact]
    public void What_takes_long_leaves_workers_for_the_rest() => Assert.DoesNotContain(JobQueues.Of(Urgency.Low), JobQueues.Quick);

    private static void Order(JobStorage storage)
    {
        var jobs = new BackgroundJobClient(storage);
        foreach (var urgency in (Urgency[])[Urgency.Low, Urgency.Usual, Urgency.Urgent, Urgency.Low, Urgency.Urgent])
            jobs.Create<OccurrenceJob>(job => job.RunAsync("works", $"{urgency}", CancellationToken.None), new EnqueuedState(JobQueues.Of(urgency)));
        using var connection = storage.GetConnection();
        var fetched = new List<string>();
        for (var at = 0; at < 5; at++)
        {
            using var job = connection.FetchNextJob(JobQueues.All, TestContext.Current.CancellationToken);
            fetched.Add($"{connection.GetJobData(job.JobId).Job.Args[1]}");
            job.RemoveFromQueue();
        }
        Assert.Equal(["Urgent", "Urgent", "Usual", "Low", "Low"], fetched);
    }
}
