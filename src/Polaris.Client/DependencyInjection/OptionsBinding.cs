using Microsoft.Extensions.Configuration;
using Polaris.Client;
using Polaris.Client.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets options from a section of the configuration: every option by name, without reflection. A test finds a missing one.</summary>
internal static class OptionsBinding
{
    public static void Bind(IConfiguration configuration, PolarisClientOptions options)
    {
        var section = BindCommon(configuration, options);
        section.Text(nameof(options.SiteDomain), value => options.SiteDomain = value);
        section.Text(nameof(options.Language), value => options.Language = value);
        section.Number(nameof(options.ProductId), value => options.ProductId = value);
        section.Number(nameof(options.OrganizationId), value => options.OrganizationId = value);
        section.Number(nameof(options.WorkstationId), value => options.WorkstationId = value);
        section.Number(nameof(options.UserId), value => options.UserId = value);
        section.Time(nameof(options.ShutdownTimeout), value => options.ShutdownTimeout = value);
        section.Number(nameof(options.MaxPrompts), value => options.MaxPrompts = value);
        section.Time(nameof(options.ReplyRecoveryTimeout), value => options.ReplyRecoveryTimeout = value);
        section.Text(nameof(options.ServerTimeZone), value => options.ServerTimeZone = value);
        var credentials = section.Nested(nameof(options.Credentials));
        credentials.Text(nameof(PolarisCredentials.Domain), value => options.Credentials.Domain = value);
        credentials.Text(nameof(PolarisCredentials.UserName), value => options.Credentials.UserName = value);
        credentials.Text(nameof(PolarisCredentials.Password), value => options.Credentials.Password = value);
        credentials.Text(nameof(PolarisCredentials.AccessToken), value => options.Credentials.AccessToken = value);
        credentials.Text(nameof(PolarisCredentials.AccessSecret), value => options.Credentials.AccessSecret = value);
        credentials.OnlyInCode(nameof(PolarisCredentials.BearerToken));
        section.End(typeof(PolarisClientOptions));
    }

    public static void Bind(IConfiguration configuration, FolioClientOptions options)
    {
        var section = BindCommon(configuration, options);
        section.Text(nameof(options.Tenant), value => options.Tenant = value);
        section.Flag(nameof(options.SignInPerTenant), value => options.SignInPerTenant = value);
        section.Flag(nameof(options.AllowLegacySignIn), value => options.AllowLegacySignIn = value);
        var credentials = section.Nested(nameof(options.Credentials));
        credentials.Text(nameof(Polaris.Client.Folio.FolioCredentials.UserName), value => options.Credentials.UserName = value);
        credentials.Text(nameof(Polaris.Client.Folio.FolioCredentials.Password), value => options.Credentials.Password = value);
        credentials.OnlyInCode(nameof(Polaris.Client.Folio.FolioCredentials.TokenProvider));
        section.End(typeof(FolioClientOptions));
    }

    private static OptionsSection BindCommon(IConfiguration configuration, ClientOptions options)
    {
        options.Binding = new BindingProblems();
        var section = new OptionsSection(configuration, options.Binding);
        section.Address(nameof(options.BaseAddress), value => options.BaseAddress = value);
        section.Time(nameof(options.Timeout), value => options.Timeout = value);
        section.Number(nameof(options.MaxResponseBytes), value => options.MaxResponseBytes = value);
        section.Text(nameof(options.UserAgent), value => options.UserAgent = value);
        section.Flag(nameof(options.AllowUnencryptedTransport), value => options.AllowUnencryptedTransport = value);
        Bind(section.Nested(nameof(options.Retry)), options.Retry);
        return section;
    }

    private static void Bind(OptionsSection section, RetryOptions options)
    {
        section.Flag(nameof(options.Enabled), value => options.Enabled = value);
        section.Number(nameof(options.MaxRetries), value => options.MaxRetries = value);
        section.Time(nameof(options.BaseDelay), value => options.BaseDelay = value);
        section.Time(nameof(options.MaxDelay), value => options.MaxDelay = value);
        section.Time(nameof(options.MaxRetryAfter), value => options.MaxRetryAfter = value);
        section.Time(nameof(options.LockWait), value => options.LockWait = value);
        section.Time(nameof(options.TotalTimeout), value => options.TotalTimeout = value);
    }
}
