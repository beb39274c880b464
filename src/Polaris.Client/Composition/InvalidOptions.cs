using Microsoft.Extensions.Options;

namespace Polaris.Client.Composition;

/// <summary>Refuses to build a client without a container, as a container would.</summary>
internal static class InvalidOptions
{
    public static void ThrowIfAny(List<string> problems, Type options)
    {
        if (problems.Count > 0)
        {
            Throw(problems, options);
        }
    }

    // On its own, so that the assembly of the exception is not loaded for options that are right.
    private static void Throw(List<string> problems, Type options) =>
        throw new OptionsValidationException(options.Name, options, problems);
}
