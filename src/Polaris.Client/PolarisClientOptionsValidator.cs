using Microsoft.Extensions.Options;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>Finds everything that is wrong with the options at once, and names each key.</summary>
internal sealed class PolarisClientOptionsValidator : IValidateOptions<PolarisClientOptions>
{
    public ValidateOptionsResult Validate(string? name, PolarisClientOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>The check for clients that are built without a container.</summary>
    public static void ThrowIfInvalid(PolarisClientOptions options)
    {
        var problems = Problems(options).ToList();
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(nameof(PolarisClientOptions), typeof(PolarisClientOptions), problems);
        }
    }

    private static IEnumerable<string> Problems(PolarisClientOptions options) =>
        Own(options)
            .Concat(options.Credentials?.Problems(nameof(options.Credentials)) ?? [$"{nameof(options.Credentials)} is missing."])
            .Concat(options.Retry?.Problems(nameof(options.Retry)) ?? [$"{nameof(options.Retry)} is missing."])
            .OfType<string>();

    private static IEnumerable<string?> Own(PolarisClientOptions options) =>
    [
        ServerAddress.Problem(options.BaseAddress, options.AllowUnencryptedTransport),
        SegmentProblem(nameof(options.SiteDomain), options.SiteDomain),
        SegmentProblem(nameof(options.Language), options.Language),
        NumberProblem(nameof(options.ProductId), options.ProductId, least: 0),
        NumberProblem(nameof(options.OrganizationId), options.OrganizationId, least: 1),
        NumberProblem(nameof(options.WorkstationId), options.WorkstationId, least: 1),
        NumberProblem(nameof(options.UserId), options.UserId, least: 1),
        NumberProblem(nameof(options.MaxPrompts), options.MaxPrompts, least: 1),
        options.Timeout < PolarisClientOptions.ShortestTimeout || options.Timeout > TimeSpan.FromDays(1)
            ? $"{nameof(options.Timeout)} is {options.Timeout}: it must lie between {PolarisClientOptions.ShortestTimeout.TotalMilliseconds} ms and a day."
            : null,
        Json.ServerTimeZone.TryFind(options.ServerTimeZone, out _)
            ? null : $"{nameof(options.ServerTimeZone)} is '{options.ServerTimeZone}': this machine knows no time zone of that id.",
    ];

    private static string? SegmentProblem(string key, string? value) =>
        string.IsNullOrWhiteSpace(value) || value!.Trim('.').Length == 0 || value.Contains('/')
            ? $"{key} is '{value}': it must be one part of a path." : null;

    private static string? NumberProblem(string key, int? value, int least) =>
        value < least ? $"{key} is {value}: it must be set, and more than {least - 1}." : null;
}
