using Microsoft.Extensions.Options;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Plants;

/// <summary>All plants of this installation. With none in the settings there is the sample plant.</summary>
public sealed class PlantProfiles
{
    private readonly Dictionary<PlantId, PlantProfile> _profiles;

    public PlantProfiles(IOptions<PlantsOptions> options)
    {
        _profiles = options.Value.Count > 0
            ? options.Value.ToDictionary(entry => new PlantId(entry.Key), entry => Profile(new PlantId(entry.Key), entry.Value))
            : new() { [SampleId] = Profile(SampleId, new PlantOptions { Name = "Sample plant", TimeZone = "Europe/Berlin", Sample = true }) };
    }

    public static readonly PlantId SampleId = new("sample");

    public IReadOnlyCollection<PlantProfile> All => _profiles.Values;

    /// <summary>The plant meant where nobody names one: the first of the settings.</summary>
    public PlantProfile Default => _profiles.Values.First();

    public PlantProfile? Find(PlantId plant) => _profiles.GetValueOrDefault(plant);

    /// <exception cref="KeyNotFoundException">The plant is not in the settings any more.</exception>
    public PlantProfile Get(PlantId plant) => _profiles[plant];

    private static PlantProfile Profile(PlantId id, PlantOptions options)
    {
        var calendar = new PlantCalendar
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone),
            WeekStart = options.WeekStart,
            Holidays = options.Holidays.ToHashSet(),
            FirstShift = options.FirstShift,
            DayEnd = options.DayEnd,
        };
        return new PlantProfile
        {
            Id = id, Name = options.Name, Sample = options.Sample, Mapping = string.IsNullOrWhiteSpace(options.Mapping) ? null : options.Mapping,
            Calendar = options.WorkingDays.Count > 0 ? calendar with { WorkingDays = options.WorkingDays.ToHashSet() } : calendar,
            MeetingDay = options.MeetingDay, MeetingStart = options.MeetingStart, MeetingMinutes = options.MeetingMinutes,
        };
    }
}
