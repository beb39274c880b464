using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Polaris.Client.Tests.Http;

/// <summary>Over real sockets: credentials stay with the host they belong to.</summary>
public sealed class RedirectTests
{
    [TestCase(301)]
    [TestCase(307)]
    public async Task Call_RedirectedToAnotherHost_IsNotFollowed(int status)
    {
        var strayed = 0;
        await using var stranger = await ServeAsync(context =>
        {
            Interlocked.Increment(ref strayed);
            return Task.CompletedTask;
        });
        await using var server = await ServeAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = AddressOf(stranger) + "elsewhere";
            return Task.CompletedTask;
        });
        await using var polaris = PolarisClient.Create(Options(server, credentials => { }));
        await using var withToken = PolarisClient.Create(Options(
            server, options => options.Credentials = new() { AccessToken = "token", AccessSecret = "secret" }));

        var signIn = Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync())!;
        var call = Assert.ThrowsAsync<RequestFailedException>(() => withToken.ObjectLocks.ListAsync())!;

        Assert.That((int)signIn.StatusCode, Is.EqualTo(status));
        Assert.That((int)call.StatusCode, Is.EqualTo(status));
        Assert.That(strayed, Is.Zero);
        Assert.That(call.Message, Does.Contain("redirection").And.Contain("base address"));
    }

    [Test]
    public async Task Cookies_SetByTheServer_AreNotSentBack()
    {
        var cookies = new List<string>();
        await using var server = await ServeAsync(async context =>
        {
            cookies.Add(context.Request.Headers.Cookie.ToString());
            context.Response.Cookies.Append("session", "one");
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("[]");
        });
        await using var polaris = PolarisClient.Create(Options(
            server, options => options.Credentials = new() { AccessToken = "token", AccessSecret = "secret" }));

        await polaris.ObjectLocks.ListAsync();
        await polaris.ObjectLocks.ListAsync();

        Assert.That(cookies, Is.EqualTo(new[] { "", "" }));
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return server;
    }

    private static string AddressOf(WebApplication server) =>
        server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

    private static PolarisClientOptions Options(WebApplication server, Action<PolarisClientOptions> configure)
    {
        var options = TestClient.Options();
        options.BaseAddress = new Uri(AddressOf(server));
        configure(options);
        return options;
    }
}
