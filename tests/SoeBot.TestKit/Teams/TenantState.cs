using System.Text;

namespace SoeBot.TestKit.Teams;

/// <summary>People, places and messages behind one lock, with a signal at each change.</summary>
internal sealed class TenantState(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FakePerson> _people = [];
    private readonly Dictionary<string, FakeConversation> _conversations = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastId;

    public TimeProvider Clock { get; } = clock;

    public string TenantId { get; } = "11111111-2222-4333-8444-555555555555";

    public string AppId { get; } = "aaaaaaaa-0000-4000-8000-000000000001";

    public string BotId => "28:" + AppId;

    public string BotName => "SoeBot";

    public string TeamId => "19:general0000000000@thread.tacv2";

    public string TeamName => "Plant 4";

    public string TeamGroupId => "b0000000-0000-4000-8000-000000000001";

    public bool RefusesTargeted { get; set; }

    public bool RequiresToken { get; set; }

    public bool RefusesAllTokens { get; set; }

    public string? TokenRefusal { get; set; }

    public HashSet<string> GoodTokens { get; } = [];

    /// <summary>Teams gives at least 50 to a page; a test with few people asks for less.</summary>
    public int SmallestPage { get; set; } = 1;

    public FakeFaults Faults { get; } = new();

    public List<string> Violations { get; } = [];

    public List<FakeRequest> Requests { get; } = [];

    public List<FakeMessage> Messages { get; } = [];

    /// <summary>The newest of all, also when it was forgotten since.</summary>
    public FakeMessage? LastPosted { get; private set; }

    public FakeMessage Keep(string id, string place, System.Text.Json.Nodes.JsonObject activity)
    {
        FakeMessage? kept = null;
        Change(state => state.Messages.Add(state.LastPosted = kept = new FakeMessage(id, place, activity, (state.LastPosted?.Order ?? 0) + 1)));
        return kept!;
    }

    public CancellationTokenSource Stopping { get; } = new();

    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    public T Read<T>(Func<TenantState, T> read)
    {
        lock (_gate)
        {
            return read(this);
        }
    }

    public void Change(Action<TenantState> change)
    {
        TaskCompletionSource done;
        lock (_gate)
        {
            change(this);
            done = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        done.SetResult();
    }

    /// <summary>Milliseconds of the clock as in Teams, strictly rising.</summary>
    public string NextId()
    {
        lock (_gate)
        {
            _lastId = Math.Max(_lastId + 1, Clock.GetUtcNow().ToUnixTimeMilliseconds());
            return _lastId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public FakePerson Person(string name)
    {
        lock (_gate)
        {
            return _people.TryGetValue(name, out var person) ? person : _people[name] = new FakePerson(name, TenantId);
        }
    }

    public FakePerson? FindPerson(string id) => Read(state => state._people.Values.FirstOrDefault(person =>
        person.Mri == id || person.AadObjectId == id || (person.Email is not null && person.Email == id)));

    public FakeConversation Personal(FakePerson person) => Keep(new FakeConversation
    {
        Id = person.PersonalChatId, Kind = FakeKind.Personal, Name = person.Name, Members = [person],
    });

    public FakeConversation Channel(string name) => Keep(new FakeConversation
    {
        Id = name == "General" ? TeamId : $"19:{Slug(name)}@thread.tacv2", Kind = FakeKind.Channel, Name = name, Members = [], TeamId = TeamId,
    });

    public FakeConversation Chat(string name, FakePerson[] members, bool meeting) => Keep(new FakeConversation
    {
        Id = $"19:{(meeting ? "meeting_" : "")}{Slug(name)}@thread.v2",
        Kind = meeting ? FakeKind.Meeting : FakeKind.GroupChat,
        Name = name,
        Members = members,
        MeetingId = meeting ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"0#19:meeting_{Slug(name)}@thread.v2#0")) : null,
    });

    public FakeConversation? FindConversation(string id) => Read(state => state._conversations.GetValueOrDefault(id.Split(';')[0])) is { } found
        ? found with { Id = id }
        : null;

    /// <summary>False: the meeting routes are refused, as without the permissions for them.</summary>
    public bool TellsOfMeetings { get; set; } = true;

    public FakeConversation? FindMeeting(string meetingId) =>
        Read(state => state._conversations.Values.FirstOrDefault(one => one.MeetingId == meetingId));

    public IReadOnlyList<FakeConversation> Channels() =>
        Read(state => state._conversations.Values.Where(one => one.Kind == FakeKind.Channel && one.Id != TeamId).ToList());

    /// <summary>Everybody known is in the team.</summary>
    public IReadOnlyList<FakePerson> MembersOf(FakeConversation conversation) =>
        conversation.Kind == FakeKind.Channel ? Read(state => state._people.Values.Where(person => !person.HasLeft).ToList()) : conversation.Members;

    private FakeConversation Keep(FakeConversation conversation)
    {
        lock (_gate)
        {
            return _conversations.TryGetValue(conversation.Id, out var known) ? known : _conversations[conversation.Id] = conversation;
        }
    }

    private static string Slug(string name) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(name)).PadRight(16, '0');
}
