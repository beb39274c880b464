using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing;

/// <summary>Fakes that are configured from a report of polaris-site-check, and the options that a report sets.</summary>
public sealed class SiteCheckReportTests
{
    private string _file = "";

    [SetUp]
    public void NameAFile() => _file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"site-{Guid.NewGuid():N}.json");

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public void FromSiteCheck_PolarisReport_SetsWhatTheSiteDoes()
    {
        Write("""
            {"format":"polaris-site-check/1","polaris":{"fake":{"timeZone":"America/New_York","version":"7.8.1.2","lockDates":"WithOffset","expirationHasOffset":false,
             "signInClearsLocks":true,"tokenLifetimeSeconds":3600,"latencyMilliseconds":12.5,"latencyJitterMilliseconds":4,
             "sloppiness":["Nulls","OtherCasing"],"additionalMembers":{"collections":{"IconID":1}}}}}
            """);

        FakePolarisOptions options = FakePolarisOptions.FromSiteCheck(_file);

        Assert.Multiple(() =>
        {
            Assert.That(options.ServerTimeZone.Id, Is.EqualTo("America/New_York"));
            Assert.That(options.Version, Is.EqualTo("7.8.1.2"));
            Assert.That(options.LockDates, Is.EqualTo(FakeLockDates.WithOffset));
            Assert.That(options.ExpirationHasOffset, Is.False);
            Assert.That(options.SignInClearsLocks, Is.True);
            Assert.That(options.TokenLifetime, Is.EqualTo(TimeSpan.FromHours(1)));
            Assert.That(options.Latency, Is.EqualTo(TimeSpan.FromMilliseconds(12.5)));
            Assert.That(options.LatencyJitter, Is.EqualTo(TimeSpan.FromMilliseconds(4)));
            Assert.That(options.Sloppiness, Is.EqualTo(FakeSloppiness.Nulls | FakeSloppiness.OtherCasing));
            Assert.That(options.AdditionalMembers["collections"].ToJsonString(), Is.EqualTo("""{"IconID":1}"""));
        });
    }

    [Test]
    public void FromSiteCheck_EmptyReport_KeepsTheDefaults()
    {
        Write("""{"format":"polaris-site-check/1","polaris":{"fake":{}},"folio":{"fake":{"maxPageSize":null}}}""");

        Assert.That(FakePolarisOptions.FromSiteCheck(_file).TokenLifetime, Is.EqualTo(TimeSpan.FromHours(24)));
        Assert.That(FakeFolioOptions.FromSiteCheck(_file).MaxPageSize, Is.Null);
    }

    [Test]
    public void FromSiteCheck_FolioReport_SetsWhatTheGatewayDoes()
    {
        Write("""
            {"format":"polaris-site-check/1","folio":{"fake":{"platform":"Eureka","release":"V29","maxPageSize":25,"secureCookies":false,
             "accessTokenLifetimeSeconds":60,"refreshTokenLifetimeSeconds":600,"hasLoginWithExpiry":false,"allowCrossTenantRequests":true}}}
            """);

        FakeFolioOptions options = FakeFolioOptions.FromSiteCheck(_file);

        Assert.Multiple(() =>
        {
            Assert.That(options.Platform, Is.EqualTo(FolioPlatform.Eureka));
            Assert.That(options.Release, Is.EqualTo(FolioRelease.V29));
            Assert.That(options.MaxPageSize, Is.EqualTo(25));
            Assert.That(options.SecureCookies, Is.False);
            Assert.That(options.AccessTokenLifetime, Is.EqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(options.RefreshTokenLifetime, Is.EqualTo(TimeSpan.FromMinutes(10)));
            Assert.That(options.HasLoginWithExpiry, Is.False);
            Assert.That(options.HasLegacyLogin, Is.True);
            Assert.That(options.AllowCrossTenantRequests, Is.True);
        });
    }

    [TestCase("not JSON", "is not a report of polaris-site-check")]
    [TestCase("[]", "is not a report of polaris-site-check")]
    [TestCase("""{"format":"polaris-site-check/2"}""", "its format must be polaris-site-check/1")]
    [TestCase("""{"format":"polaris-site-check/1"}""", "does not have the part polaris")]
    [TestCase("""{"format":"polaris-site-check/1","polaris":{"fake":{"timeZone":"Atlantis/Center"}}}""", "does not have the time zone 'Atlantis/Center'")]
    [TestCase("""{"format":"polaris-site-check/1","polaris":{"fake":{"lockDates":"Sometimes"}}}""", "lockDates is 'Sometimes'")]
    [TestCase("""{"format":"polaris-site-check/1","polaris":{"fake":{"sloppiness":["7"]}}}""", "sloppiness is '7'")]
    public void FromSiteCheck_AnotherFile_IsRefusedWithTheReason(string content, string reason)
    {
        Write(content);

        Assert.That(() => FakePolarisOptions.FromSiteCheck(_file), Throws.InstanceOf<FormatException>().With.Message.Contains(reason).And.Message.Contains(_file));
    }

    [Test]
    public async Task Version_OfTheSite_IsReportedByTheStatus()
    {
        using RawClient client = new(new FakePolaris(new() { Version = "7.9.40000.2" }));

        JsonNode body = (await client.GetAsync("/Polaris.ApplicationServices/api")).Body!;

        Assert.That(body["Version"]!.GetValue<string>(), Is.EqualTo("7.9.40000.2"));
        Assert.That(body["Build"]!.GetValue<int>(), Is.EqualTo(40000));
    }

    [TestCase(true, "2026-01-02T03:00:00.000+03:00")]
    [TestCase(false, "2026-01-02T03:00:00.000")]
    public async Task ExpirationHasOffset_OfTheSite_DecidesTheForm(bool hasOffset, string expected)
    {
        using RawClient client = new(new FakePolaris(new()
        {
            TimeProvider = new ManualTimeProvider(),
            ServerTimeZone = TimeZoneInfo.CreateCustomTimeZone("server", TimeSpan.FromHours(3), "server", "server"),
            ExpirationHasOffset = hasOffset,
        }));

        using HttpResponseMessage response = await client.SignInOnlyAsync(@"MYLIB\cataloger:opensesame");

        Assert.That(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["AuthExpDate"]!.GetValue<string>(), Is.EqualTo(expected));
    }

    [TestCase(true, 1)]
    [TestCase(false, 2)]
    public async Task SignInClearsLocks_OfTheSite_ReleasesTheLocksOfThatUserOnly(bool clears, int left)
    {
        FakePolaris fake = new(new() { SignInClearsLocks = clears });
        fake.LockAs(FakePolaris.DefaultUserName, 1242, ObjectType.Patron, 1).LockAs("exec", 15, ObjectType.Patron, 2);
        using RawClient client = new(fake);

        await client.SignInAsync();

        Assert.That(fake.Locks, Has.Count.EqualTo(left));
    }

    [Test]
    public async Task AdditionalMembers_OfOneResource_AreInEachRowOfItsSuccessfulResponses()
    {
        FakePolarisOptions options = new();
        options.AdditionalMembers["itemstatuses"] = new JsonObject { ["IconID"] = 3, ["Name"] = "never replaces a documented one" };
        using RawClient client = await new RawClient(new FakePolaris(options)).SignInAsync();

        JsonArray rows = (await client.GetAsync("itemstatuses")).Body!.AsArray();
        JsonArray others = (await client.GetAsync("objectlocks")).Body!.AsArray();

        Assert.That(rows.Select(row => row!["IconID"]!.GetValue<int>()).Distinct(), Is.EqualTo(new[] { 3 }));
        Assert.That(rows[0]!["Name"]!.GetValue<string>(), Is.EqualTo("In"));
        Assert.That(others, Is.Empty);
    }

    private void Write(string content) => File.WriteAllText(_file, content);
}
