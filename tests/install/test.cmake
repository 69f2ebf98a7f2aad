# Installs the built tree, moves it to show that it may lie anywhere, and builds and runs the
# consumer against it.
set(prefix ${WORK_DIR}/prefix)
list(JOIN CXX_FLAGS " " flags)  # a sanitized library needs a sanitized program

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${WORK_DIR})
run(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${WORK_DIR}/staging)
file(RENAME ${WORK_DIR}/staging ${prefix})
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${WORK_DIR}/build -G ${GENERATOR}
  -D CMAKE_PREFIX_PATH=${prefix} -D CMAKE_CXX_COMPILER=${CXX} -D CMAKE_CXX_FLAGS=${flags})
run(${CMAKE_COMMAND} --build ${WORK_DIR}/build)
run(${WORK_DIR}/build/consumer)
run(${prefix}/bin/ssi --version)
foreach(file bash-completion/completions/ssi zsh/site-functions/_ssi
    fish/vendor_completions.d/ssi.fish man/man1/ssi.1)
  file(SIZE ${prefix}/share/${file} size)
  if(size LESS 1000)
    message(FATAL_ERROR "${file} is ${size} bytes")
  endif()
endforeach()
