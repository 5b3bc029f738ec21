using System.Diagnostics;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading;
using SoeBot.Domain.Plan;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Corpus;

/// <summary>Issue 4, bad data: what is broken is refused whole, in words that say where and what to do; what is harmless loads right; nothing throws.</summary>
public sealed class BrokenPlanTests
{
    /// <summary>Far above what any case needs: only something that grows with what a file claims of itself reaches it.</summary>
    private const long MostBytes = 1_000_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    internal static readonly Broken[] All = [.. BrokenText.Cases, .. BrokenValues.Cases, .. BrokenContainers.Cases];

    public static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_broken_plan_is_answered(string name)
    {
        var broken = All.Single(one => one.Name == name);
        var files = Broken.Sound();
        broken.Spoil(files);
        using var staged = new StagedFiles(BrokenContainers.Most);
        var start = Stopwatch.GetTimestamp();

        var (problems, plan, bytes) = await ReadAsync(files, staged);

        // For looking at: a table of all cases and their answers.
        if (Environment.GetEnvironmentVariable("SOEBOT_CORPUS_TO") is { Length: > 0 } path)
            await File.AppendAllLinesAsync(path, [$"## {name}", .. problems.Take(6), $"   {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms, {bytes / 1e6:0.0} MB"], TestContext.Current.CancellationToken);
        if (broken.Answer is ["*", ..]) Assert.Equal(broken.Answer.Length, problems.Count);
        else Assert.Equal(broken.Answer, problems);
        Assert.Equal(broken.Answer.Length == 0, plan is not null);
        if (plan is not null) Assert.True(broken.Loaded(plan), "it loads, but something else than what was meant");
        Assert.True(bytes < MostBytes, $"{bytes:N0} bytes");
        Assert.True(Stopwatch.GetElapsedTime(start) < Longest, $"{Stopwatch.GetElapsedTime(start)}");
    }

    [Fact]
    public void There_are_enough_of_them_and_each_has_a_name()
    {
        Assert.True(All.Length >= 60, $"{All.Length}");
        Assert.Equal(All.Length, All.Select(one => one.Name).Distinct().Count());
    }

    private static async Task<(List<string> Problems, PlanSnapshot? Plan, long Bytes)> ReadAsync(Dictionary<string, byte[]> files, StagedFiles staged)
    {
        foreach (var (file, content) in files)
            if (await staged.AddAsync(file, new MemoryStream(content), null, TestContext.Current.CancellationToken) is { } problem) return ([problem.ToString()], null, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = PlanReader.Open(staged, PlanMapping.Native, BrokenContainers.Most).Read(new ReadRequest(GivenFiles.Today));
        return ([.. read.Problems.Select(problem => problem.ToString())], read.Snapshot, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
