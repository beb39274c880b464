using Microsoft.AspNetCore.DataProtection;
using Polaris.Client;
using Polaris.Client.Testing;
using PromptInBrowser.Pages;

namespace PromptInBrowser;

/// <summary>Assembles the app: the client, the store of saves, and the pages.</summary>
internal static class BrowserApp
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <param name="args"><c>--urls</c>, <c>--DataFolder</c>, <c>--Polaris:BaseAddress</c> and any other setting.</param>
    /// <param name="embedded">The server to use if none is configured; null for the usual one.</param>
    public static WebApplication Create(string[] args, FakePolaris? embedded = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddUserSecrets<Save>(optional: true).AddEnvironmentVariables().AddCommandLine(args);
        var isEmbedded = AddPolaris(builder, embedded ?? EmbeddedServer.Create());
        var isTemporary = isEmbedded && string.IsNullOrEmpty(builder.Configuration["DataFolder"]);
        var data = CreateFolder(DataFolder(builder.Configuration, isTemporary));

        // A page that was sent before a restart, or by another process, must still be accepted.
        builder.Services.AddDataProtection().SetApplicationName("PromptInBrowser").PersistKeysToFileSystem(data.CreateSubdirectory("keys"));
        builder.Services.AddAntiforgery();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new SaveStore(data, services.GetRequiredService<TimeProvider>(), isTemporary));
        builder.Services.AddSingleton<RecordGuard>().AddSingleton<Saves>().AddSingleton<Caretaker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Caretaker>());
        builder.Services.AddSingleton(new HomePage.Settings(isEmbedded));

        var app = builder.Build();

        // Wrong settings are reported now, not by the first page.
        app.Services.GetRequiredService<PolarisClient>();
        app.Use(AddSecurityHeaders);
        app.UseExceptionHandler(errors => errors.Run(context => Endpoints.ShowErrorAsync(context, StatusCodes.Status500InternalServerError)));
        app.UseStatusCodePages(context => Endpoints.ShowErrorAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseAntiforgery();
        Endpoints.Map(app);
        return app;
    }

    /// <summary>Uses a real server if one is configured (appsettings, environment, user secrets); otherwise the embedded one.</summary>
    private static bool AddPolaris(WebApplicationBuilder builder, FakePolaris fake)
    {
        var section = builder.Configuration.GetSection("Polaris");
        var isEmbedded = string.IsNullOrEmpty(section["BaseAddress"]);
        if (isEmbedded)
        {
            builder.Services.AddPolarisClient(options =>
            {
                section.Bind(options);
                fake.Configure(options);
            }).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
        }
        else
        {
            builder.Services.AddPolarisClient(section);
        }

        // A page should report soon that another user has the record open.
        builder.Services.PostConfigure<PolarisClientOptions>(options => options.Retry.LockWait = TimeSpan.FromSeconds(3));
        return isEmbedded;
    }

    /// <summary>The embedded server starts without conversations, so its saves are not kept either.</summary>
    private static string DataFolder(ConfigurationManager configuration, bool isTemporary) =>
        isTemporary ? Directory.CreateTempSubdirectory("prompt-in-browser-").FullName
        : configuration["DataFolder"] is { Length: > 0 } folder ? folder
        : Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Creates the folder for this user only: it will hold titles of records, and keys.</summary>
    private static DirectoryInfo CreateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static Task AddSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
