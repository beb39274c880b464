using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

[TestFixture]
internal sealed class FakeFolioFaultTests : IDisposable
{
    private FolioTestClock _clock = null!;
    private FakeFolio _fake = null!;
    private FolioRawClient _http = null!;

    [SetUp]
    public async Task SignIn()
    {
        _clock = new FolioTestClock();
        _fake = new FakeFolio(new FakeFolioOptions { TimeProvider = _clock });
        _http = await FolioRawClient.SignedInAsync(_fake);
    }

    [TearDown]
    public void Dispose() => _http.Dispose();

    [Test]
    public async Task Fault_Queued_MeetsTheNextRequestItIsMeantForOnce()
    {
        _fake.Faults.Enqueue(FakeFolioFault.ServiceUnavailable(TimeSpan.FromSeconds(2)), "POST", "/holdings-sources");

        FolioRawAnswer other = await _http.GetAsync("holdings-sources");
        FolioRawAnswer met = await _http.SendAsync("POST", "holdings-sources", """{"name":"a"}""");
        FolioRawAnswer again = await _http.SendAsync("POST", "holdings-sources", """{"name":"a"}""");

        Assert.That(other.Status, Is.EqualTo(200));
        Assert.That(met.Status, Is.EqualTo(503));
        Assert.That(again.Status, Is.EqualTo(201));
        Assert.That(met.Headers["Retry-After"].Single(), Is.EqualTo("2"));
        Assert.That(_fake.Faults.Pending, Is.Zero);
        Assert.That(_fake.Journal.Count(exchange => exchange.Fault == "service unavailable"), Is.EqualTo(1));
    }

    [Test]
    public void ConnectionReset_Always_HappensBeforeTheServerActs()
    {
        _fake.Faults.Enqueue(FakeFolioFault.ConnectionReset());

        Assert.That(() => _http.SendAsync("POST", "holdings-sources", """{"name":"a"}"""), Throws.TypeOf<HttpRequestException>());
        Assert.That(Resource.Count, Is.EqualTo(2));
        Assert.That(_fake.Journal[^1].Status, Is.Null);
        Assert.That(_fake.Journal[^1].ToString(), Is.EqualTo("POST /holdings-sources -> broken (connection reset)"));
    }

    [Test]
    public void AnswerLost_Always_HappensAfterTheServerActed()
    {
        _fake.Faults.Enqueue(FakeFolioFault.AnswerLost());

        Assert.That(() => _http.SendAsync("POST", "holdings-sources", """{"name":"a"}"""), Throws.TypeOf<HttpRequestException>());
        Assert.That(Resource.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task BodyFaults_Always_SpoilTheAnswerInTheirWay()
    {
        _fake.Faults.Enqueue(FakeFolioFault.TruncatedBody());
        _fake.Faults.Enqueue(FakeFolioFault.MissingCollection());
        _fake.Faults.Enqueue(FakeFolioFault.RecordWithoutId());
        _fake.Faults.Enqueue(FakeFolioFault.HtmlPage());

        Assert.ThrowsAsync<HttpRequestException>(() => _http.GetAsync("holdings-sources"), "the connection breaks in the body");
        FolioRawAnswer missing = await _http.GetAsync("holdings-sources");
        FolioRawAnswer anonymous = await _http.GetAsync("holdings-sources");
        FolioRawAnswer html = await _http.GetAsync("holdings-sources");

        Assert.That(missing.Json.ToJsonString(), Is.EqualTo("""{"totalRecords":2}"""));
        Assert.That(anonymous.Json["holdingsRecordsSources"]![0]!["id"], Is.Not.Null);
        Assert.That(anonymous.Json["holdingsRecordsSources"]![1]!["id"], Is.Null);
        Assert.That(html.Status, Is.EqualTo(502));
        Assert.That(html.ContentType, Is.EqualTo("text/html"));
    }

    [Test]
    public async Task SignInFaults_Always_SpoilTheSignIn()
    {
        _fake.Faults.Enqueue(FakeFolioFault.NoCookies(), path: "/authn/");
        _fake.Faults.Enqueue(FakeFolioFault.Unauthorized(), path: "/holdings-sources");

        FolioRawAnswer login = await _http.LogInAsync();
        FolioRawAnswer once = await _http.GetAsync("holdings-sources");
        FolioRawAnswer after = await _http.GetAsync("holdings-sources");

        Assert.That(login.Status, Is.EqualTo(201));
        Assert.That(login.Headers["Set-Cookie"].Count(), Is.Zero);
        Assert.That(once.Status, Is.EqualTo(401));
        Assert.That(after.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Delay_Always_WaitsOnTheClockOfTheFake()
    {
        _fake.Faults.Enqueue(FakeFolioFault.Delay(TimeSpan.FromMinutes(5)));

        FolioRawAnswer answer = await _http.GetAsync("holdings-sources");

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(_clock.Waits, Is.EqualTo(new[] { TimeSpan.FromMinutes(5) }));
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
        Assert.That((await _http.LogInAsync()).Status, Is.EqualTo(201));
        _fake.Faults.Clear();
        Assert.That(() => _fake.Faults.Seed(1, 2, FakeFolioFault.Unauthorized()), Throws.ArgumentException);
    }

    private async Task<string> PlayAsync(int seed)
    {
        _fake.Faults.Seed(seed, 0.25, FakeFolioFault.ServiceUnavailable(), FakeFolioFault.HtmlPage(504));
        var statuses = new List<int>();
        for (int i = 0; i < 200; i++)
        {
            statuses.Add((await _http.GetAsync("holdings-sources?limit=0")).Status);
        }

        return string.Join(',', statuses);
    }

    private FakeFolioResource Resource => _fake.Tenant("diku").Resource("holdings-sources");
}
