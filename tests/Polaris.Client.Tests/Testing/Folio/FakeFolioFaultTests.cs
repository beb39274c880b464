using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

public sealed class FakeFolioFaultTests : FolioRawFixture
{
    [Test]
    public async Task Fault_Queued_MeetsTheNextRequestItIsMeantForOnce()
    {
        Fake.Faults.Enqueue(FakeFolioFault.ServiceUnavailable(TimeSpan.FromSeconds(2)), "POST", "/holdings-sources");

        FolioRawAnswer other = await Http.GetAsync("holdings-sources");
        FolioRawAnswer met = await Http.SendAsync("POST", "holdings-sources", """{"name":"a"}""");
        FolioRawAnswer again = await Http.SendAsync("POST", "holdings-sources", """{"name":"a"}""");

        Assert.That(other.Status, Is.EqualTo(200));
        Assert.That(met.Status, Is.EqualTo(503));
        Assert.That(again.Status, Is.EqualTo(201));
        Assert.That(met.Headers["Retry-After"].Single(), Is.EqualTo("2"));
        Assert.That(Fake.Faults.Pending, Is.Zero);
        Assert.That(Fake.Journal.Count(exchange => exchange.Fault == "service unavailable"), Is.EqualTo(1));
    }

    [Test]
    public void ConnectionReset_Always_HappensBeforeTheServerActs()
    {
        Fake.Faults.Enqueue(FakeFolioFault.ConnectionReset());

        Assert.That(() => Http.SendAsync("POST", "holdings-sources", """{"name":"a"}"""), Throws.TypeOf<HttpRequestException>());
        Assert.That(Resource.Count, Is.EqualTo(2));
        Assert.That(Fake.Journal[^1].Status, Is.Null);
        Assert.That(Fake.Journal[^1].ToString(), Is.EqualTo("POST /holdings-sources -> broken (connection reset)"));
    }

    [Test]
    public void AnswerLost_Always_HappensAfterTheServerActed()
    {
        Fake.Faults.Enqueue(FakeFolioFault.AnswerLost());

        Assert.That(() => Http.SendAsync("POST", "holdings-sources", """{"name":"a"}"""), Throws.TypeOf<HttpRequestException>());
        Assert.That(Resource.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task BodyFaults_Always_SpoilTheAnswerInTheirWay()
    {
        Fake.Faults.Enqueue(FakeFolioFault.TruncatedBody());
        Fake.Faults.Enqueue(FakeFolioFault.MissingCollection());
        Fake.Faults.Enqueue(FakeFolioFault.RecordWithoutId());
        Fake.Faults.Enqueue(FakeFolioFault.HtmlPage());

        Assert.ThrowsAsync<HttpRequestException>(() => Http.GetAsync("holdings-sources"), "the connection breaks in the body");
        FolioRawAnswer missing = await Http.GetAsync("holdings-sources");
        FolioRawAnswer anonymous = await Http.GetAsync("holdings-sources");
        FolioRawAnswer html = await Http.GetAsync("holdings-sources");

        Assert.That(missing.Json.ToJsonString(), Is.EqualTo("""{"totalRecords":2}"""));
        Assert.That(anonymous.Json["holdingsRecordsSources"]![0]!["id"], Is.Not.Null);
        Assert.That(anonymous.Json["holdingsRecordsSources"]![1]!["id"], Is.Null);
        Assert.That(html.Status, Is.EqualTo(502));
        Assert.That(html.ContentType, Is.EqualTo("text/html"));
    }

    [Test]
    public async Task SignInFaults_Always_SpoilTheSignIn()
    {
        Fake.Faults.Enqueue(FakeFolioFault.NoCookies(), path: "/authn/");
        Fake.Faults.Enqueue(FakeFolioFault.Unauthorized(), path: "/holdings-sources");

        FolioRawAnswer login = await Http.LogInAsync();
        FolioRawAnswer once = await Http.GetAsync("holdings-sources");
        FolioRawAnswer after = await Http.GetAsync("holdings-sources");

        Assert.That(login.Status, Is.EqualTo(201));
        Assert.That(login.Headers["Set-Cookie"].Count(), Is.Zero);
        Assert.That(once.Status, Is.EqualTo(401));
        Assert.That(after.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Delay_Always_WaitsOnTheClockOfTheFake()
    {
        Fake.Faults.Enqueue(FakeFolioFault.Delay(TimeSpan.FromMinutes(5)));

        FolioRawAnswer answer = await Http.GetAsync("holdings-sources");

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(Clock.Elapsed, Is.EqualTo(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task Seed_SameSeed_PlaysTheSameFaults()
    {
        string first = await PlayAsync(seed: 7);
        string second = await PlayAsync(seed: 7);
        string other = await PlayAsync(seed: 8);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
        Assert.That(first.Split(',').Count(status => status != "200"), Is.InRange(20, 80));
        Assert.That((await Http.LogInAsync()).Status, Is.EqualTo(201));
        Fake.Faults.Clear();
        Assert.That(() => Fake.Faults.Seed(1, 2, FakeFolioFault.Unauthorized()), Throws.ArgumentException);
    }

    private async Task<string> PlayAsync(int seed)
    {
        Fake.Faults.Seed(seed, 0.25, FakeFolioFault.ServiceUnavailable(), FakeFolioFault.HtmlPage(504));
        var statuses = new List<int>();
        for (int i = 0; i < 200; i++)
        {
            statuses.Add((await Http.GetAsync("holdings-sources?limit=0")).Status);
        }

        return string.Join(',', statuses);
    }

    private FakeFolioResource Resource => Fake.Tenant("diku").Resource("holdings-sources");
}
