using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolarisFake;

/// <summary>One web server with a port for each fake and one for the administration.</summary>
internal sealed class FakeHost : IAsyncDisposable
{
    private const string Admin = "admin";
    private static readonly string[] Names = ["polaris", "okapi", "eureka", Admin];
    private static readonly string[] Options = [.. Names.Append("file").Append("https").Append("log").Select(name => $"--{name}")];
    private readonly WebApplication _app;
    private readonly LoopbackCertificate? _certificate;

    private FakeHost(WebApplication app, LoopbackCertificate? certificate, JsonObject ready)
    {
        _app = app;
        _certificate = certificate;
        Ready = ready;
    }

    /// <summary>The address of each port, printed when the ports are open.</summary>
    public JsonObject Ready { get; }

    /// <summary>Returns the problem with a command line; null if there is none.</summary>
    public static string? Problem(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!Options.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return $"{args[i]} is not an option of this program. The options are {string.Join(", ", Options)}, each with a value.";
            }

            if (name == args[i] && ++i == args.Length)
            {
                return $"{name} needs a value.";
            }
        }

        return null;
    }

    /// <summary>Opens the ports.</summary>
    /// <param name="args">
    /// <c>--file fakes.json</c>, <c>--https true</c>, and a port for each of <c>--polaris</c>, <c>--okapi</c>, <c>--eureka</c> and
    /// <c>--admin</c>; 0, the default, chooses a free one.
    /// </param>
    public static async Task<FakeHost> StartAsync(params string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        var configuration = builder.Configuration;
        var certificate = configuration.GetValue<bool>("https") ? new LoopbackCertificate() : null;
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            foreach (var name in Names)
            {
                options.Listen(IPAddress.Loopback, configuration.GetValue<int>(name), listener => Mark(listener, name, certificate));
            }
        });
        var app = builder.Build();
        var log = configuration.GetValue("log", defaultValue: true) ? Console.Error : TextWriter.Null;
        var fakes = new Fakes(configuration["file"]);
        var adapters = Names.Where(name => name != Admin)
            .ToDictionary(name => name, name => new HandlerAdapter(name, () => fakes.Address(name), () => fakes.Handler(name), log));
        app.Use((context, next) => adapters.TryGetValue(NameOf(context), out var adapter) ? adapter.AnswerAsync(context) : next(context));
        new AdminEndpoints(fakes, certificate?.Pem).Map(app);
        await app.StartAsync();
        return new FakeHost(app, certificate, Describe(app, certificate));
    }

    public Task WaitAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate?.Dispose();
    }

    private static void Mark(ListenOptions listener, string name, LoopbackCertificate? certificate)
    {
        // With HTTP/2, one broken connection would break the other requests on it.
        listener.Protocols = HttpProtocols.Http1;
        if (certificate is not null && name != Admin)
        {
            listener.UseHttps(certificate.Certificate);
        }

        listener.Use(next => connection =>
        {
            connection.Items[Admin] = name;
            return next(connection);
        });
    }

    private static string NameOf(HttpContext context) =>
        (string)context.Features.Get<IConnectionItemsFeature>()!.Items[Admin]!;

    private static JsonObject Describe(WebApplication app, LoopbackCertificate? certificate)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var ready = new JsonObject();
        foreach (var (name, address) in Names.Zip(addresses))
        {
            ready[name] = address + "/";
        }

        if (certificate is not null)
        {
            ready["certificate"] = certificate.Pem;
        }

        return ready;
    }
}
