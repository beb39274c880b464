using Microsoft.Extensions.Options;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>Finds everything that is wrong with the options at once, and names each key.</summary>
internal sealed class FolioClientOptionsValidator : IValidateOptions<FolioClientOptions>
{
    public ValidateOptionsResult Validate(string? name, FolioClientOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>The check for clients that are built without a container.</summary>
    public static void ThrowIfInvalid(FolioClientOptions options)
    {
        var problems = Problems(options).ToList();
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(nameof(FolioClientOptions), typeof(FolioClientOptions), problems);
        }
    }

    /// <summary>What is wrong with the name of a tenant, which travels in a header; null = nothing.</summary>
    public static string? TenantProblem(string? tenant) =>
        string.IsNullOrWhiteSpace(tenant) ? "it is missing"
        : tenant!.All(c => c is '_' or '-' or '.' || (c < 128 && char.IsLetterOrDigit(c))) ? null
        : "a tenant has letters, digits, '_', '-' and '.' only";

    private static IEnumerable<string> Problems(FolioClientOptions options) =>
        Own(options)
            .Concat(options.Credentials?.Problems(nameof(options.Credentials)) ?? [$"{nameof(options.Credentials)} is missing."])
            .Concat(options.Retry?.Problems(nameof(options.Retry)) ?? [$"{nameof(options.Retry)} is missing."])
            .OfType<string>();

    private static IEnumerable<string?> Own(FolioClientOptions options) =>
    [
        ServerAddress.Problem(options.BaseAddress, options.AllowUnencryptedTransport),
        TenantProblem(options.Tenant) is { } wrong ? $"{nameof(options.Tenant)}: {wrong}." : null,
        options.Timeout < FolioClientOptions.ShortestTimeout || options.Timeout > TimeSpan.FromDays(1)
            ? $"{nameof(options.Timeout)} is {options.Timeout}: it must lie between {FolioClientOptions.ShortestTimeout.TotalMilliseconds} ms and a day."
            : null,
    ];
}
