using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Reports all problems of options at once; those of a keyed client with its key.</summary>
/// <param name="problems">Returns the problems.</param>
internal sealed class OptionsValidator<TOptions>(Func<TOptions, List<string>> problems) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        problems(options) is { Count: > 0 } found
            ? ValidateOptionsResult.Fail(string.IsNullOrEmpty(name) ? found : found.ConvertAll(problem => $"Client '{name}': {problem}"))
            : ValidateOptionsResult.Success;
}
