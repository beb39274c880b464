using System.Net;
using System.Text;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using SiteCheck;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>Without --write nothing but GET and the sign-in is sent, and the password is not sent to strangers.</summary>
public sealed class ReadOnlyTests
{
    private static readonly CheckArguments AllRecords = new() { BibId = 5, ItemId = 17, PatronId = 8 };

    [Test]
    public async Task Run_PolarisWithoutWrite_SendsOnlyGetAndTheSignIn()
    {
        var fake = Polaris();

        var site = await CheckedSite.RunAsync(fake, AllRecords);

        var others = fake.Journal.Where(entry => entry.Method != "GET").Select(entry => $"{entry.Method} {entry.Path}");
        Assert.That(others, Is.EqualTo(new[] { "POST authentication/staffuser" }));
        Assert.That(fake.Journal, Has.Count.GreaterThan(15));
        Assert.That(site["patron"], Does.StartWith("ok"));
    }

    [Test]
    public async Task Run_PolarisWithoutWrite_SendsNothingUnexpected()
    {
        var fake = Polaris();

        await CheckedSite.RunAsync(fake, AllRecords);

        fake.AssertNoUnexpectedRequests();
    }

    [TestCase(FolioPlatform.Okapi)]
    [TestCase(FolioPlatform.Eureka)]
    public async Task Run_Folio_SendsOnlyGetAndTheSignIn(FolioPlatform platform)
    {
        var fake = new FakeFolio(new FakeFolioOptions { Platform = platform });

        var site = await CheckedSite.RunAsync(fake);

        var others = fake.Journal.Where(entry => entry.Method != "GET").Select(entry => $"{entry.Method} {entry.Path}");
        Assert.That(others, Is.EqualTo(new[] { "POST /authn/login-with-expiry" }));
        Assert.That(site["gateway"], Does.StartWith($"ok: {platform}"));
        fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Run_DocumentedSite_IsOk()
    {
        var fake = Polaris();

        var site = await CheckedSite.RunAsync(fake, AllRecords);

        Assert.That(site.Differing, Is.Empty);
        Assert.That(site.ExitCode, Is.Zero);
        Assert.That(site.Errors, Is.Empty);
    }

    [Test]
    public async Task Run_ServerWithoutMostProperties_IsReportedAndDoesNotFail()
    {
        var fake = Polaris(new FakePolarisOptions { Sloppiness = FakeSloppiness.All, LockDates = FakeLockDates.Null });

        var site = await CheckedSite.RunAsync(fake);

        Assert.That(site["status"], Is.EqualTo("differs: The service responds without its version."));
        Assert.That(site["responses"], Does.Contain("Documented properties are missing."));
        Assert.That(site["time zone"], Does.StartWith("differs: No response had a date with an offset"));
        Assert.That(site.ExitCode, Is.EqualTo(1));
    }

    [TestCase("null")]
    [TestCase("[null]")]
    [TestCase("{}")]
    [TestCase("5")]
    public async Task Run_ServerThatAnswersNull_IsReportedAndDoesNotFail(string body)
    {
        var fake = Polaris();

        var site = await CheckedSite.RunAsync(
            CheckedSite.PolarisSettings("https://polaris.example/"), AllRecords, network: _ => new Emptied(fake.CreateHandler(), body));

        Assert.That(site.Errors, Is.Empty);
        Assert.That(site.Report["polaris"]!["checks"]!.AsArray(), Has.Count.GreaterThan(10));
        Assert.That(site.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Run_WrongPassword_SignsInOnce()
    {
        var fake = Polaris();
        var settings = CheckedSite.PolarisSettings("https://polaris.example/");
        settings["Polaris:Credentials:Password"] = "wrong-password";

        var site = await CheckedSite.RunAsync(settings, network: _ => fake.CreateHandler());

        Assert.That(fake.RefusedSignIns, Is.EqualTo(1));
        Assert.That(site["sign-in"], Does.StartWith("failed"));
        Assert.That(site.ExitCode, Is.EqualTo(2));
        Assert.That(site.Shown, Does.Contain("could block the account").And.Not.Contain("wrong-password"));
    }

    [Test]
    public async Task Run_CaptivePage_DoesNotSendThePassword()
    {
        var fake = Polaris();
        fake.Faults.Add(FaultKind.ProxyHtmlWithStatus200);

        var site = await CheckedSite.RunAsync(fake);

        Assert.That(site["status"], Does.StartWith("failed: The status of the service is an HTML page"));
        Assert.That(fake.Journal.Select(entry => entry.Path), Is.EqualTo(new[] { "api" }));
    }

    [Test]
    public async Task Run_OwnLeftovers_AreReported()
    {
        var fake = Polaris().LockAs(FakePolaris.DefaultUserName, FakePolaris.DefaultWorkstationId, ObjectType.Patron, 8);

        var site = await CheckedSite.RunAsync(fake);

        Assert.That(site["own locks"], Does.StartWith("differs").And.Contain("1 of type 27"));
        Assert.That(site.Shown, Does.Contain("ReleaseLeftoversAsync"));
    }

    [TestCase(true, null, null, "must be 1 or more", 0)]
    [TestCase(true, null, null, "needs --bib-id", null)]
    [TestCase(true, null, null, "asks before it writes", 5)]
    [TestCase(false, "report.pdf", null, "must be .json, .html or .txt", null)]
    public void Problem_OfTheCommandLine_IsNamed(bool write, string? report, string? tenant, string problem, int? bibId)
    {
        var arguments = new CheckArguments { Write = write, BibId = bibId, Reports = report is null ? [] : [report], OtherTenant = tenant };

        Assert.That(arguments.Problem(canAsk: false), Does.Contain(problem));
    }

    [Test]
    public async Task Run_WithoutAServer_EndsWithUsage()
    {
        var site = await CheckedSite.RunAsync([], network: _ => throw new InvalidOperationException("Nothing may be sent."));

        Assert.That(site.ExitCode, Is.EqualTo(64));
        Assert.That(site.Errors, Does.Contain("Polaris__BaseAddress"));
    }

    /// <summary>Replaces every body except those of the status and the sign-in.</summary>
    private sealed class Emptied(HttpMessageHandler inner, string body) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var path = request.RequestUri!.AbsolutePath;
            if (!path.EndsWith("/api", StringComparison.Ordinal) && !path.Contains("/authentication/", StringComparison.Ordinal))
            {
                response.StatusCode = HttpStatusCode.OK;
                response.Content = new StringContent(body, Encoding.UTF8, "application/json");
            }

            return response;
        }
    }

    internal static FakePolaris Polaris(FakePolarisOptions? options = null) => new FakePolaris(options)
        .WithBib(5)
        .WithItem(17, "21756000000017", bibRecordId: 5)
        .WithPatron(8, "21756000000008")
        .On(HttpMethod.Get, "patrons/{id}", request => FakeResponse.Json($$"""{"PatronID":{{request["id"]}},"Barcode":"21756000000008","Birthdate":"1980-02-03T00:00:00"}"""));
}
