using Microsoft.Extensions.Options;

namespace Polaris.Client.Composition;

/// <summary>Throws for invalid options without a container, as a container would.</summary>
internal static class InvalidOptions
{
    public static void ThrowIfAny(List<string> problems, Type options)
    {
        if (problems.Count > 0)
        {
            Throw(problems, options);
        }
    }

    // In its own method, so that the assembly of the exception is not loaded for valid options.
    private static void Throw(List<string> problems, Type options) =>
        throw new OptionsValidationException(options.Name, options, problems);
}
