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
        ServerAddress.Problems(options.BaseAddress, options.AllowUnencryptedTransport)
            .Concat(Segments(options))
            .Concat(Numbers(options))
            .Concat(options.Credentials?.Problems(nameof(options.Credentials)) ?? [$"{nameof(options.Credentials)} is missing."])
            .Concat(options.Retry?.Problems(nameof(options.Retry)) ?? [$"{nameof(options.Retry)} is missing."]);

    private static IEnumerable<string> Segments(PolarisClientOptions options) =>
        from segment in new[] { (Key: nameof(options.SiteDomain), Value: options.SiteDomain), (Key: nameof(options.Language), Value: options.Language) }
        where string.IsNullOrWhiteSpace(segment.Value) || segment.Value.Trim('.').Length == 0 || segment.Value.Contains('/')
        select $"{segment.Key} is '{segment.Value}': it must be one part of a path.";

    private static IEnumerable<string> Numbers(PolarisClientOptions options)
    {
        (string Key, long? Value, long Least)[] numbers =
        [
            (nameof(options.ProductId), options.ProductId, 0), (nameof(options.OrganizationId), options.OrganizationId, 1),
            (nameof(options.WorkstationId), options.WorkstationId, 1), (nameof(options.UserId), options.UserId, 1),
            (nameof(options.MaxPrompts), options.MaxPrompts, 1),         ];
        foreach (var (key, value, least) in numbers)
        {
            if (value < least)
            {
                yield return $"{key} is {value}: it must be set, and more than {least - 1}.";
            }
        }

        if (options.Timeout < PolarisClientOptions.ShortestTimeout || options.Timeout > TimeSpan.FromDays(1))
        {
            yield return $"{nameof(options.Timeout)} is {options.Timeout}: it must lie between {PolarisClientOptions.ShortestTimeout.TotalMilliseconds} ms and a day.";
        }

        if (!Json.ServerTimeZone.TryFind(options.ServerTimeZone, out _))
        {
            yield return $"{nameof(options.ServerTimeZone)} is '{options.ServerTimeZone}': this machine knows no time zone of that id.";
        }
    }
}
