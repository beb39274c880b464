using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using SiteCheck;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>A fake that is configured from a report is a double of the site: a check of it finds the same.</summary>
public sealed class FromSiteCheckTests
{
    private static readonly CheckArguments Write = new() { Write = true, BibId = 5 };

    [TestCase(FakeLockDates.Documented, true, FakeSloppiness.None)]
    [TestCase(FakeLockDates.WithOffset, true, FakeSloppiness.NumbersAsStrings)]
    [TestCase(FakeLockDates.WithoutOffset, false, FakeSloppiness.OtherCasing | FakeSloppiness.NumbersAsStrings)]
    public async Task FromSiteCheck_OfASite_IsADoubleOfIt(FakeLockDates dates, bool expirationHasOffset, FakeSloppiness sloppiness)
    {
        var options = new FakePolarisOptions
        {
            ServerTimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
            Version = "7.9.40000.1",
            LockDates = dates,
            ExpirationHasOffset = expirationHasOffset,
            Sloppiness = sloppiness,
            TokenLifetime = TimeSpan.FromHours(8),
            SignInClearsLocks = true,
        };
        options.AdditionalMembers["itemstatuses"] = new JsonObject { ["IconID"] = 3, ["Tags"] = new JsonArray("a") };
        var site = await CheckedSite.RunAsync(Colleague(new FakePolaris(options)), Write, "5");

        var copied = FakePolarisOptions.FromSiteCheck(site.JsonFile);
        var again = await CheckedSite.RunAsync(Colleague(new FakePolaris(copied)), Write, "5");

        Assert.That(copied.Version, Is.EqualTo("7.9.40000.1"));
        Assert.That(copied.ServerTimeZone.Id, Is.EqualTo("America/New_York"));
        Assert.That(copied.AdditionalMembers["itemstatuses"].Select(member => member.Key), Is.EqualTo(new[] { "IconID", "Tags" }).IgnoreCase);
        Assert.That(Comparable(again), Is.EqualTo(Comparable(site)));
    }

    private static FakePolaris Colleague(FakePolaris fake) => fake.WithBib(5).LockAs("exec", 15, ObjectType.Patron, 8);

    /// <summary>The part for the fakes, without what depends on this machine's speed.</summary>
    private static string Comparable(CheckedSite site)
    {
        var fake = site.Report["polaris"]!["fake"]!.DeepClone().AsObject();
        foreach (var name in new[] { "latencyMilliseconds", "latencyJitterMilliseconds", "tokenLifetimeSeconds" })
        {
            fake.Remove(name);
        }

        return fake.ToJsonString();
    }
}
