using Microsoft.Extensions.Options;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.DependencyInjection;

public sealed class OptionsValidationTests
{
    [Test]
    public void Create_EverythingMissing_NamesEveryKeyInOneException()
    {
        var error = Assert.Throws<OptionsValidationException>(() => PolarisClient.Create(new PolarisClientOptions()))!;

        foreach (var key in new[] { "BaseAddress", "OrganizationId", "WorkstationId", "Credentials" })
        {
            Assert.That(error.Failures, Has.One.StartsWith(key));
        }
    }

    private static IEnumerable<TestCaseData> BadOptions()
    {
        static TestCaseData Bad(string key, Action<PolarisClientOptions> change) => new TestCaseData(key, change).SetArgDisplayNames(key);
        yield return Bad("BaseAddress", options => options.BaseAddress = new Uri("http://polaris.test"));
        yield return Bad("BaseAddress", options => options.BaseAddress = new Uri("ftp://polaris.test"));
        yield return Bad("BaseAddress", options => options.BaseAddress = new Uri("/relative", UriKind.Relative));
        yield return Bad("BaseAddress", options => options.BaseAddress = new Uri("https://user:password@polaris.test"));
        yield return Bad("BaseAddress", options => options.BaseAddress = new Uri("https://polaris.test/?a=b"));
        yield return Bad("BaseAddress", options => options.BaseAddress = new Uri("https://polaris.test/#top"));
        yield return Bad("SiteDomain", options => options.SiteDomain = "..");
        yield return Bad("SiteDomain", options => options.SiteDomain = null!);
        yield return Bad("Language", options => options.Language = "e/g");
        yield return Bad("ProductId", options => options.ProductId = -1);
        yield return Bad("OrganizationId", options => options.OrganizationId = 0);
        yield return Bad("WorkstationId", options => options.WorkstationId = -7);
        yield return Bad("UserId", options => options.UserId = 0);
        yield return Bad("MaxPrompts", options => options.MaxPrompts = 0);
        yield return Bad("Timeout", options => options.Timeout = TimeSpan.Zero);
        yield return Bad("Timeout", options => options.Timeout = TimeSpan.FromMilliseconds(1));
        yield return Bad("Timeout", options => options.Timeout = TimeSpan.FromDays(2));
        yield return Bad("ServerTimeZone", options => options.ServerTimeZone = "Nowhere/Land");
        yield return Bad("Credentials", options => options.Credentials = null!);
        yield return Bad("Credentials", options => (options.Credentials.AccessToken, options.Credentials.AccessSecret) = ("both", "ways"));
        yield return Bad("Credentials", options => options.Credentials = new());
        yield return Bad("Credentials:Password", options => options.Credentials.Password = null);
        yield return Bad("Credentials:Domain", options => options.Credentials.Domain = " ");
        yield return Bad("Credentials:UserName", options => options.Credentials.UserName = "");
        yield return Bad("Credentials", options => options.Credentials.UserName = @"MYLIB\Aladdin");
        yield return Bad("Credentials:AccessSecret", options => options.Credentials = new() { AccessToken = "t" });
        yield return Bad("Credentials:AccessToken", options => options.Credentials = new() { AccessToken = "t\n", AccessSecret = "s" });
        yield return Bad("Retry", options => options.Retry = null!);
        yield return Bad("Retry:MaxRetries", options => options.Retry.MaxRetries = RetryOptions.HighestMaxRetries + 1);
        yield return Bad("Retry:MaxRetries", options => options.Retry.MaxRetries = -1);
        yield return Bad("Retry:BaseDelay", options => options.Retry.BaseDelay = TimeSpan.Zero);
        yield return Bad("Retry:MaxDelay", options => options.Retry.MaxDelay = TimeSpan.FromDays(2));
        yield return Bad("Retry:MaxDelay", options => options.Retry.MaxDelay = TimeSpan.Zero);
        yield return Bad("Retry:MaxRetryAfter", options => options.Retry.MaxRetryAfter = TimeSpan.FromTicks(-1));
        yield return Bad("Retry:LockWait", options => options.Retry.LockWait = TimeSpan.FromTicks(-1));
        yield return Bad("Retry:TotalTimeout", options => options.Retry.TotalTimeout = TimeSpan.Zero);
    }

    [TestCaseSource(nameof(BadOptions))]
    public void Create_OneBadKey_NamesThatKeyAndNoOther(string key, Action<PolarisClientOptions> change)
    {
        var options = TestClient.Options();
        change(options);

        var error = Assert.Throws<OptionsValidationException>(() => PolarisClient.Create(options))!;

        Assert.That(error.Failures.Single(), Does.StartWith(key));
        Assert.That(error.Message, Does.Not.Contain("opensesame").And.Not.Contain("password@"));
    }

    [Test]
    public void Create_TimesOfRetriesBelowZero_StateWhetherZeroIsAllowed()
    {
        var options = TestClient.Options();
        (options.Retry.BaseDelay, options.Retry.LockWait) = (TimeSpan.FromTicks(-1), TimeSpan.FromTicks(-1));

        var error = Assert.Throws<OptionsValidationException>(() => PolarisClient.Create(options))!;

        Assert.That(error.Failures, Has.One.Match("^Retry:BaseDelay .* more than zero").And.One.Match("^Retry:LockWait .* zero or more"));
    }

    private static IEnumerable<TestCaseData> GoodOptions()
    {
        static TestCaseData Good(string name, Action<PolarisClientOptions> change) => new TestCaseData(change).SetArgDisplayNames(name);
        yield return Good("loopback", options => options.BaseAddress = new Uri("http://localhost:5000"));
        yield return Good("loopback address", options => options.BaseAddress = new Uri("http://127.0.0.1"));
        yield return Good("opted out", options => (options.BaseAddress, options.AllowUnencryptedTransport) = (new Uri("http://polaris.test"), true));
        yield return Good("shortest timeout", options => options.Timeout = PolarisClientOptions.ShortestTimeout);
        yield return Good("longest timeout", options => options.Timeout = TimeSpan.FromDays(1));
        yield return Good("no waits", options => (options.Retry.LockWait, options.Retry.MaxRetries) = (TimeSpan.Zero, 0));
        yield return Good("no honored waits", options => (options.Retry.MaxRetryAfter, options.Retry.BaseDelay) = (TimeSpan.Zero, TimeSpan.FromTicks(1)));
        yield return Good("most retries", options => options.Retry.MaxRetries = RetryOptions.HighestMaxRetries);
        yield return Good("longest waits", options => (options.Retry.LockWait, options.Retry.TotalTimeout) = (TimeSpan.FromDays(1), TimeSpan.FromDays(1)));
    }

    [TestCaseSource(nameof(GoodOptions))]
    public async Task Create_AllowedOptions_MakeACall(Action<PolarisClientOptions> change)
    {
        var server = new ScriptedServer().Then(200, "[]");
        using var polaris = TestClient.Create(server, change);

        await polaris.ObjectLocks.ListAsync();
    }

    [Test]
    public void ToString_OfARelativeAddress_DoesNotThrow()
    {
        var address = new Uri("polaris.test", UriKind.Relative);

        Assert.That(new PolarisClientOptions { BaseAddress = address }.ToString(), Is.EqualTo(" organization 0 workstation 0"));
        Assert.That(new FolioClientOptions { BaseAddress = address, Tenant = "diku" }.ToString(), Is.EqualTo(" tenant diku"));
    }

    [Test]
    public async Task Create_OptionsChangedAfterwards_HaveNoEffect()
    {
        var options = TestClient.Options();
        var server = new ScriptedServer().Always(_ => Answers.Json(null, 503));
        using var polaris = PolarisClient.Create(options, server, time: TestClient.Clock());
        options.Credentials.Password = "changed";
        options.Retry.MaxRetries = 0;
        options.SiteDomain = "changed";

        Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(server.SignIns[0].Authorization, Is.EqualTo("Basic TVlMSUJcQWxhZGRpbjpvcGVuc2VzYW1l"));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
        Assert.That(server.Requests[0].Address.AbsolutePath, Does.Contain("/polaris/"));
        await polaris.DisposeAsync();
    }
}
