using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Risk;
using Xunit;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>An owner answers for an order: by form, by typed line, too late, twice, without a right.</summary>
public sealed class RiskHandlerTests
{
    private const string Red = """{"p":"sample","r":"SO63216","v":0,"in_status":"red","in_risk":"castings not before Friday","in_tellby":"2014-01-09"}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_saved_form_becomes_the_receipt_and_the_posted_list_shows_it()
    {
        await using var slices = await NewAsync();
        await PostTopTenAsync(slices);
        Assert.Equal("The form for SO63216 is below.", await slices.PressedAsync(Omar, RiskVerbs.Update, """{"p":"sample","in_order":"SO63216"}"""));
        var form = Assert.Single(await slices.SentAsync());
        Assert.Contains("[Tell the customer by: 2014-01-09]", form);

        var answer = await slices.PressedAsync(Omar, RiskVerbs.Save, Red.Replace("\"v\":0", "\"v\":0,\"f\":\"press1\""));

        Assert.Contains("Saved 10:00. Red.", answer);
        var sent = await slices.SentAsync();
        Assert.Contains(sent, card => card.StartsWith("edit: Sample plant, 3 orders at risk", StringComparison.Ordinal) && card.Contains("Owner Omar Haddad. Tell the customer by Thu 9 Jan"));
        Assert.Contains(sent, card => card.StartsWith("edit: SO63216, Sample plant: red, Omar Haddad answers for it", StringComparison.Ordinal));
        var line = Assert.Single(await slices.Store.Audit.AboutAsync(Plant, "SO63216", Stop));
        Assert.Equal((RiskVerbs.Save, (int?)1), (line.What, line.PlanVersion));
    }

    [Theory]
    [InlineData("""{"p":"sample","r":"SO63216","in_status":"red"}""", "Say what is at risk: amber and red need it.")]
    [InlineData("""{"p":"sample","r":"SO63216","in_risk":"x"}""", "Choose green, amber or red.")]
    [InlineData("""{"p":"sample","r":"SO63216","in_status":"amber","in_risk":"x","in_tellby":"2014-01-20"}""", "Tell-by date is after the commitment date (Tue 14 Jan). Use Thu 9 Jan?")]
    public async Task What_is_wrong_comes_back_in_the_form_as_it_was_filled(string data, string words)
    {
        await using var slices = await NewAsync();
        var form = await slices.PressedAsync(Omar, RiskVerbs.Save, data);
        Assert.Contains(words, form);
        Assert.Null(await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop));
    }

    [Fact]
    public async Task The_offered_tell_by_date_saves_in_place_of_the_refused_one()
    {
        await using var slices = await NewAsync();
        await slices.PressedAsync(Omar, RiskVerbs.Save, """{"p":"sample","r":"SO63216","t":"2014-01-09","in_status":"amber","in_risk":"x","in_tellby":"2014-01-20"}""");
        Assert.Equal(new DateOnly(2014, 1, 9), (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))?.TellBy);
    }

    [Fact]
    public async Task The_second_of_two_answers_sees_the_first_and_the_same_press_twice_is_one_answer()
    {
        await using var slices = await NewAsync();
        await slices.PressedAsync(Omar, RiskVerbs.Save, Red);
        Assert.Contains("Red.", await slices.PressedAsync(Omar, RiskVerbs.Save, Red));
        Assert.Equal(1, (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.Version);

        var late = await slices.PressedAsync(Petra, RiskVerbs.Save, Red.Replace("red", "green"));

        Assert.Contains("Somebody answered before you", late);
        Assert.Equal(RiskStatus.Red, (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.Status);
    }

    [Fact]
    public async Task A_typed_line_is_repeated_and_recorded_by_yes_alone()
    {
        await using var slices = await NewAsync();
        var asked = Assert.Single(await slices.TypeAsync(Omar, "castings not before Friday 63216 RED"));
        Assert.Contains("SO63216, Sample plant: is this right?", asked);
        Assert.Contains("New date          Fri 10 Jan", asked);
        Assert.Null(await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop));

        await slices.PressedAsync(Omar, RiskVerbs.Yes, """{"p":"sample","r":"SO63216","v":0,"f":"in1","s":"red","risk":"castings not before Friday","newdate":"2014-01-10","tellby":"2014-01-09"}""");

        var said = (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!;
        Assert.Equal((RiskStatus.Red, "castings not before Friday", new DateOnly(2014, 1, 10), Omar), (said.Status, said.Risk, said.NewDate, said.Owner));
        Assert.Contains(await slices.SentAsync(), card => card.StartsWith("edit: SO63216, Sample plant: red", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_is_taken_by_button_once_and_taken_over_only_by_saying_so()
    {
        await using var slices = await NewAsync();
        Assert.Contains("Owner Omar Haddad", await slices.PressedAsync(Omar, RiskVerbs.Take, """{"p":"sample","in_order":"SO63216"}"""));
        Assert.Equal("Omar Haddad answers for SO63216 already. To take it over, type: I take SO63216", await slices.PressedAsync(Petra, RiskVerbs.Take, """{"p":"sample","in_order":"SO63216"}"""));
        await slices.SentAsync();
        Assert.Contains(await slices.TypeAsync(Petra, "I take 63216"), card => card.Contains("Petra Lang", StringComparison.Ordinal));
        Assert.Equal(Petra, (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.Owner);
    }

    [Fact]
    public async Task Whoever_is_given_an_order_by_name_is_known_from_our_own_table()
    {
        await using var slices = await NewAsync();
        await slices.TypeAsync(Petra, "63216 owner Omar");
        Assert.Equal(Omar, (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.Owner);
        Assert.Contains("who answers for it?", Assert.Single(await slices.TypeAsync(Petra, "63217 owner Napoleon")));
    }

    [Fact]
    public async Task Told_the_customer_is_recorded_with_what_the_schedule_can_do()
    {
        await using var slices = await NewAsync();
        var said = await slices.TypeAsync(Omar, "told customer 63216 new date 16 Jan");
        Assert.Contains(said, card => card.Contains("SO63216: new date Thu 16 Jan?\nThu 16 Jan is earlier than the schedule can do (Sat 18 Jan).", StringComparison.Ordinal));
        Assert.Equal((null, null), (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop)) is var waiting ? (waiting!.Promised, waiting.ToldOn) : default);
        await slices.TypeAsync(Omar, "told customer 63216 new date 20 Jan");
        Assert.Equal(new DateOnly(2014, 1, 20), (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.Promised);
        Assert.Contains("Which new date", Assert.Single(await slices.TypeAsync(Omar, "told customer 63216")));
    }

    [Fact]
    public async Task A_customer_who_cannot_be_reached_stays_to_be_told_and_the_others_hear_of_it()
    {
        await using var slices = await NewAsync();
        await slices.TypeAsync(Omar, "I take 63216");
        Assert.StartsWith("How did you try?", await slices.PressedAsync(Petra, RiskVerbs.CannotReach, """{"p":"sample","r":"SO63216"}"""), StringComparison.Ordinal);
        var card = await slices.PressedAsync(Petra, RiskVerbs.CannotReach, """{"p":"sample","r":"SO63216","in_tried":"phone twice"}""");
        Assert.Contains("Petra Lang, Mon 6 Jan: phone twice", card);
        Assert.Contains(await slices.SentAsync(), sent => sent.StartsWith("Petra Lang could not reach the customer of SO63216: phone twice", StringComparison.Ordinal));
        Assert.Null((await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.ToldOn);
    }

    [Fact]
    public async Task Other_words_for_the_customer_stand_until_the_date_changes()
    {
        await using var slices = await NewAsync();
        var card = await slices.PressedAsync(Omar, RiskVerbs.ChangeText, """{"p":"sample","r":"SO63216","in_customer_text":"Dear Bike World, we ship on 18 January."}""");
        Assert.Contains("Dear Bike World, we ship on 18 January.", card);
        await slices.PressedAsync(Omar, RiskVerbs.Save, Red.Replace("\"v\":0", "\"v\":1,\"in_newdate\":\"2014-01-20\"", StringComparison.Ordinal));
        Assert.Null((await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.CustomerText);
    }

    [Fact]
    public async Task Remind_me_tomorrow_asks_again_unless_it_was_answered_meanwhile()
    {
        await using var slices = await NewAsync();
        Assert.Equal("I ask you again Tue 7 Jan at 08:00.", await slices.PressedAsync(Omar, RiskVerbs.RemindTomorrow, """{"p":"sample","r":"SO63216"}"""));
        var plant = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Get(Plant);
        var due = new SoeBot.Domain.Reminders.Occurrence(Plant, "risk-remind", $"SO63216|2014-01-07|{Omar}", slices.Now);
        var work = slices.Registry.Occurrences.All["risk-remind"].Work;
        Assert.Equal(new SoeBot.Store.Outbox.MessageTarget.Person(Omar), new SoeBot.Store.Outbox.MessageTarget.Person(Assert.Single((await work(due, plant, slices.Now, Stop))!.Reminders).Person));
        await slices.PressedAsync(Omar, RiskVerbs.Save, Red);
        Assert.Equal("SO63216 was answered for meanwhile", (await work(due, plant, slices.Now, Stop))!.SilentBecause);
    }

    [Theory]
    [InlineData(RiskVerbs.Promise, "SO63216 is promised for Thu 16 Jan", "Lea Brandt agrees: SO63216 is promised for Thu 16 Jan, and noted so.", "2014-01-16")]
    [InlineData(RiskVerbs.NoPromise, "SO63216 is not promised for Thu 16 Jan", "Lea Brandt does not agree to Thu 16 Jan for SO63216. The schedule can do Sat 18 Jan.", null)]
    public async Task A_promise_earlier_than_the_schedule_can_do_needs_the_lead(string verb, string card, string told, string? promised)
    {
        const string press = """{"p":"sample","r":"SO63216","d":"2014-01-16"}""";
        await using var slices = await NewAsync();
        var asked = Assert.Single(await slices.TypeAsync(Omar, "told customer 63216 new date 16/1"), sent => sent.StartsWith("Promise SO63216 for Thu 16 Jan? The schedule can do Sat 18 Jan", StringComparison.Ordinal));
        Assert.Contains("Omar Haddad wants to give the customer this date.", asked);
        Assert.Equal("What is promised before the schedule can do it is decided by Lea Brandt.", await slices.PressedAsync(Omar, verb, press));
        Assert.Null((await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.Promised);

        Assert.StartsWith(card, await slices.PressedAsync(Lea, verb, press), StringComparison.Ordinal);
        Assert.Contains(await slices.SentAsync(), sent => sent.StartsWith(told, StringComparison.Ordinal));
        // A second press, of the other button too, changes nothing any more.
        await slices.PressedAsync(Lea, RiskVerbs.Promise, press);
        await slices.PressedAsync(Lea, RiskVerbs.NoPromise, press);
        Assert.DoesNotContain(await slices.SentAsync(), sent => sent.Contains("agree", StringComparison.Ordinal));
        var said = (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!;
        Assert.Equal(promised, said.Promised?.ToString("yyyy-MM-dd", null));
        if (promised is not null) Assert.Equal(Omar, said.Events[^1].By);
    }

    [Fact]
    public async Task The_lead_promises_without_asking_anybody()
    {
        await using var slices = await NewAsync();
        Assert.Contains(await slices.TypeAsync(Lea, "told customer 63216 new date 16 Jan"), card => card.Contains("Recorded as promised.", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2014, 1, 16), (await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop))!.Promised);
    }

    [Theory]
    [InlineData(RiskVerbs.Save, Red)]
    [InlineData(RiskVerbs.Take, """{"p":"sample","in_order":"SO63216"}""")]
    [InlineData(RiskVerbs.Told, """{"p":"sample","r":"SO63216","in_promised":"2014-01-20"}""")]
    [InlineData(RiskVerbs.Give, """{"p":"sample","r":"SO63216","in_owner":"omar"}""")]
    public async Task Somebody_without_a_role_is_told_who_can(string verb, string data)
    {
        await using var slices = await NewAsync();
        Assert.StartsWith("You have no role in this plant yet", await slices.PressedAsync(Guest, verb, data));
        Assert.Null(await slices.Store.AtRisk.FindAsync(Plant, "SO63216", Stop));
    }

    private static async Task PostTopTenAsync(SlicesUnderTest slices)
    {
        var post = new SoeBot.Store.Outbox.NewMessage
        {
            Plant = Plant, Key = "post", Card = new("top-ten", ""), Kind = SoeBot.Store.Outbox.MessageKind.Reminder, TrackAs = "top-ten:sample:2014-01-06",
            Target = new SoeBot.Store.Outbox.MessageTarget.Conversation("t", "19:channel"),
        };
        await slices.Store.Outbox.AddAsync(new() { Messages = [post] }, Stop);
        await slices.SentAsync();
    }
}
