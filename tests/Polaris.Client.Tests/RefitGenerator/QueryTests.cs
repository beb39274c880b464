namespace Polaris.Client.Tests.RefitGenerator;

public sealed class QueryTests
{
    [Test]
    public async Task Query_AllNull_LeavesTheRouteAsItIs()
    {
        using var probe = new Probe();

        await probe.Api.SearchAsync();

        Assert.That(probe.Target, Is.EqualTo("search?kind=all"));
    }

    [Test]
    public async Task Query_AllGiven_FollowsTheQueryOfTheRoute()
    {
        using var probe = new Probe();

        await probe.Api.SearchAsync("a&b=c d/é", 10, isNew: true);

        Assert.That(probe.Target, Is.EqualTo("search?kind=all&text=a%26b%3Dc%20d%2F%C3%A9&limit=10&is%20new=true"));
    }

    [Test]
    public async Task Query_EmptyString_IsSentAsEmptyValue()
    {
        using var probe = new Probe();

        await probe.Api.SearchAsync("", isNew: false);

        Assert.That(probe.Target, Is.EqualTo("search?kind=all&text=&is%20new=false"));
    }

    [Test]
    public async Task Query_Dates_AreIso8601()
    {
        using var culture = new ForeignCulture();
        using var probe = new Probe();

        await probe.Api.GetByDatesAsync(
            new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Unspecified),
            new DateTimeOffset(2026, 2, 3, 4, 5, 6, 70, TimeSpan.FromHours(2)),
            new DateOnly(2026, 2, 3));

        Assert.That(probe.Target, Is.EqualTo(
            "dates?at=2026-02-03T04%3A05%3A06&since=2026-02-03T04%3A05%3A06.07%2B02%3A00&day=2026-02-03"));
    }

    [Test]
    public async Task Query_UtcDate_EndsWithZ()
    {
        using var probe = new Probe();

        await probe.Api.GetByDatesAsync(at: new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        Assert.That(probe.Target, Is.EqualTo("dates?at=2026-02-03T04%3A05%3A06Z"));
    }

    [Test]
    public async Task Query_Numbers_AreInvariant()
    {
        using var culture = new ForeignCulture();
        using var probe = new Probe();

        await probe.Api.GetByNumbersAsync(1e21, 0.1f, 1234.50m, ulong.MaxValue, Guid.Empty);

        Assert.That(probe.Target, Is.EqualTo(
            "numbers?real=1E%2B21&rough=0.1&exact=1234.50&big=18446744073709551615&id=00000000-0000-0000-0000-000000000000"));
    }

    [Test]
    public async Task Query_Collections_AreWrittenInTheirFormat()
    {
        using var probe = new Probe();

        await probe.Api.GetByListsAsync(
            ["a&b", null, "c"],
            [1, 2],
            [new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 3)],
            [true, false],
            ["x", "y"]);

        Assert.That(probe.Target, Is.EqualTo(
            "lists?multi=a%26b&multi=c&csv=1%2C2&pipes=2026-01-02%7C2026-01-03&ssv=true%20false&tsv=x%09y"));
    }

    [Test]
    public async Task Query_EmptyCollection_IsNothingOrAnEmptyValueAsInRefit()
    {
        using var probe = new Probe();

        await probe.Api.GetByListsAsync(multi: [], csv: []);

        Assert.That(probe.Target, Is.EqualTo("lists?csv="));
    }
}
