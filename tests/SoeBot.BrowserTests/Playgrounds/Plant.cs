namespace SoeBot.BrowserTests.Playgrounds;

/// <summary>Somebody in the Playground's tenant, with ids of the form that Teams gives.</summary>
internal sealed record Person(string Key, string GivenName, string Surname, int Number)
{
    public string Id => "29:1" + Key;

    public string Name => $"{GivenName} {Surname}";

    public string ObjectId => $"a0000000-0000-4000-8000-{Number:D12}";

    public string Email => $"{Key}@plant.example";
}

/// <summary>A place to talk: its id on the wire and what the Playground's list calls it.</summary>
internal sealed record Place(string Id, string Title);

/// <summary>The one tenant that every Playground test plays in.</summary>
internal static class Plant
{
    public const string Tenant = "11111111-2222-4333-8444-555555555555";
    public const string BotId = "28:aaaaaaaa-0000-4000-8000-000000000001";
    public const string BotName = "SoeBot";

    public static readonly Person Planner = new("planner", "Petra", "Planner", 1);
    public static readonly Person Manager = new("manager", "Max", "Manager", 2);
    public static readonly Person Buyer = new("buyer", "Bea", "Buyer", 3);
    public static readonly Person Lead = new("lead", "Leo", "Lead", 4);
    public static readonly Person Service = new("service", "Cora", "Customer", 5);
    public static readonly Person Coordinator = new("coordinator", "Ida", "Coordinator", 6);

    public static readonly Place Personal = new("a:1personal", "Personal Chat");

    /// <summary>The Playground has no meeting chats; a group chat with a meeting's id is the nearest to one.</summary>
    public static readonly Place Meeting = new("19:meeting_d2Vla2x5c29l@thread.v2", "S&OE weekly");

    public static readonly Place Channel = new("19:soe0000000000@thread.tacv2", "Plant - S&OE");

    private static readonly Person[] Everybody = [Planner, Manager, Buyer, Lead, Service, Coordinator];

    /// <summary>The configuration file. The Playground wants exactly five others beside the one who looks at the screen.</summary>
    public static string Configuration(Person seat) => $$"""
        version: "0.1.1"
        tenantId: {{Tenant}}
        bot: {id: "{{BotId}}", name: {{BotName}}}
        currentUser: {{Entry(seat)}}
        users:
        {{string.Join('\n', Everybody.Where(p => p != seat).Select(p => "  - " + Entry(p)))}}
        personalChat: {id: "{{Personal.Id}}"}
        groupChat: {id: "{{Meeting.Id}}", name: "{{Meeting.Title}}"}
        team:
          id: "19:plant000000000@thread.tacv2"
          name: Plant
          aadGroupId: b0000000-0000-4000-8000-000000000001
          channels:
            - {id: "{{Channel.Id}}", name: "S&OE"}

        """;

    // The misspelled key is the Playground's own.
    private static string Entry(Person p) =>
        $$"""{id: "{{p.Id}}", name: {{p.Name}}, userPrincipleName: {{p.Email}}, aadObjectId: {{p.ObjectId}}, givenName: {{p.GivenName}}, surname: {{p.Surname}}, email: {{p.Email}}}""";
}
