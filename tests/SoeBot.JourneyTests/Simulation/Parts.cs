using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.Http;
using SoeBot.Store.Inbox;
using SoeBot.Teams;
using SoeBot.Teams.Conversations;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>Hangfire without its threads: what was enqueued, to be run, lost or run twice by the year.</summary>
internal sealed class Enqueued : IBackgroundJobClient
{
    private readonly Queue<(string Plant, string Kind)> _jobs = new();

    public bool TryTake(out (string Plant, string Kind) job) => _jobs.TryDequeue(out job);

    public string Create(Job job, IState state)
    {
        _jobs.Enqueue(((string)job.Args[0], (string)job.Args[1]));
        return $"{_jobs.Count}";
    }

    public bool ChangeState(string jobId, IState state, string expectedState) => true;
}

/// <summary>The answers to presses in the store, without the real clock's 50 ms: written when the year says so, lost with the process before.</summary>
internal sealed class SimAnswers(InvokeAnswerStore store, TimeProvider time) : IInvokeAnswers
{
    private readonly ConcurrentDictionary<(string, string), FormerAnswer> _unwritten = new();

    public bool HasNone => _unwritten.IsEmpty;

    public async Task<FormerAnswer?> FindAsync(string conversation, string activityId, CancellationToken cancellationToken) =>
        _unwritten.TryGetValue((conversation, activityId), out var own) ? own
        : await store.FindAsync(conversation, activityId, cancellationToken) is { } kept ? new FormerAnswer(kept.Status, kept.Body) : null;

    public Task KeepAsync(string conversation, string activityId, FormerAnswer answer, CancellationToken cancellationToken)
    {
        _unwritten[(conversation, activityId)] = answer;
        return Task.CompletedTask;
    }

    public async Task WriteAsync()
    {
        if (_unwritten.IsEmpty) return;
        await store.KeepAsync([.. _unwritten.Select(one => new KeptInvoke(one.Key.Item1, one.Key.Item2, new(one.Value.Status, one.Value.Body)))], time.GetUtcNow(), CancellationToken.None);
        _unwritten.Clear();
    }
}

internal sealed class SimToken : IOutboundToken
{
    public ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken) => new("token");
}

/// <summary>All calls to the service end in the stand-in; the keys of its tokens are fetched from its real address.</summary>
internal sealed class IntoWire(HttpMessageHandler wire) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name == "teams-connector") builder.PrimaryHandler = new Passing(wire);
        else if (builder.Name == "teams-keys") builder.PrimaryHandler = Keys;
    };

    /// <summary>The channel's keys, which change from plant to plant but not in a plant's life, are fetched over the network once.</summary>
    private FetchedOnce Keys { get; } = new(OfPlants.GetValue(wire, _ => []));

    private static readonly ConditionalWeakTable<HttpMessageHandler, ConcurrentDictionary<Uri, byte[]>> OfPlants = [];

    private sealed class FetchedOnce(ConcurrentDictionary<Uri, byte[]> known) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!known.TryGetValue(request.RequestUri!, out var document))
            {
                using var answer = await base.SendAsync(request, cancellationToken);
                document = known[request.RequestUri!] = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
            }
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(document) };
        }
    }

    /// <summary>Between the process and the service it can die, too.</summary>
    private sealed class Passing(HttpMessageHandler wire) : DelegatingHandler(wire)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Cut.Boundary();
            var answer = await base.SendAsync(request, cancellationToken);
            Cut.Boundary();
            return answer;
        }
    }
}
